import { ExitCode, UserError } from '../errors.ts'
import type { Site } from '../site/site.ts'
import { type CreatePost, completePost, type UpdatePost, updatePost } from './apply-posts.ts'
import { attempt } from './attempt.ts'
import type { Ledger } from './ledger.ts'
import type { Outcome } from './types.ts'
import { writePost } from './write-post.ts'

type PostChange = CreatePost | UpdatePost
type Result = Omit<Outcome, 'change'>

/**
 * Makes the articles of a pair public together or not at all: first each is written complete but stays as
 * hidden as it was, then one after the other goes public. Where one cannot, those before it are hidden again.
 *
 * WordPress has no transaction: for as long as one request takes, only one of them is public.
 *
 * @param size how many there should be; where fewer are left, one failed before and the others stay hidden
 * @returns one result for each change, in their order
 */
export async function applyPair(
  pair: readonly PostChange[],
  ledger: Ledger,
  client: Site,
  size: number,
): Promise<Result[]> {
  const prepared: Result[] = []
  for (const change of pair) prepared.push(await attempt(() => prepare(change, ledger, client)))
  const isReady = pair.length === size && prepared.every(({ status }) => status === 'applied')
  if (!isReady) return prepared.map((result) => waited(result))

  const results: Result[] = []
  for (const change of pair) {
    const result = await attempt(() => goPublic(change, ledger, client))
    results.push(result)
    if (result.status === 'applied') continue
    for (const earlier of pair.slice(0, results.length - 1)) {
      await attempt(() => hide(earlier, ledger, client))
    }
    return pair.map((_, index) => (index === results.length - 1 ? result : waited({ status: 'applied' })))
  }
  return results
}

async function prepare(change: PostChange, ledger: Ledger, client: Site): Promise<Result> {
  if (change.kind === 'create-post') return await completePost(change, ledger, client, ['status'])
  const fields = change.fields.filter((name) => name !== 'status')
  if (fields.length === 0) return { status: 'applied', id: change.before.id }
  return await updatePost({ ...change, fields }, ledger, client)
}

async function goPublic(change: PostChange, ledger: Ledger, client: Site): Promise<Result> {
  const { after } = change
  const post = ledger.post(after.key)
  if (post === undefined) return { status: 'skipped' }
  const isUntouched = change.kind === 'update-post' && post === change.before
  if (isUntouched) return await updatePost({ ...change, fields: ['status'] }, ledger, client)
  return await writePost(post, after, ['status'], ledger, client)
}

async function hide({ after }: PostChange, ledger: Ledger, client: Site): Promise<Result> {
  const post = ledger.post(after.key)
  if (post === undefined) return { status: 'skipped' }
  return await writePost(post, { ...after, status: 'draft' }, ['status'], ledger, client)
}

/** What was written, though complete, does not count as applied while it is not public. */
function waited(result: Result): Result {
  if (result.status !== 'applied') return result
  const error = new UserError('The other language of its pair failed, so it was not made public.', {
    advice: 'See to the failed change, then run the command again.',
    exitCode: ExitCode.partial,
  })
  return { status: 'skipped', error }
}
