import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import type { Together } from './changes/kind.ts'
import type { Change } from './changes/registry.ts'
import type { Result } from './types.ts'

/**
 * Makes the articles of a pair public together or not at all: first each is written complete but stays as
 * hidden as it was, then one after the other goes public. Where one cannot, those before it are hidden again.
 *
 * WordPress has no transaction: for as long as one request takes, only one of them is public.
 *
 * @param size how many there should be; where fewer are left, one failed before and the others stay hidden
 * @param act does one step of a change; never throws
 * @returns one result for each change, in their order
 */
export async function applyPair(
  pair: readonly Change[],
  size: number,
  act: (change: Change, step: keyof Together<Change>) => Promise<Result>,
): Promise<Result[]> {
  const prepared: Result[] = []
  for (const change of pair) prepared.push(await act(change, 'prepare'))
  const isReady = pair.length === size && prepared.every(({ status }) => status === 'applied')
  if (!isReady) return prepared.map((result) => waited(result))

  const results: Result[] = []
  for (const change of pair) {
    const result = await act(change, 'goPublic')
    results.push(result)
    if (result.status === 'applied') continue
    for (const earlier of pair.slice(0, results.length - 1)) await act(earlier, 'hide')
    return pair.map((_, index) => (index === results.length - 1 ? result : waited({ status: 'applied' })))
  }
  return results
}

/** What was written, though complete, does not count as applied while it is not public. */
function waited(result: Result): Result {
  if (result.status !== 'applied') return result
  const error = new UserError(say`The other language of its pair failed, so it was not made public.`, {
    advice: say`See to the failed change, then run the command again.`,
    exitCode: ExitCode.partial,
  })
  return { status: 'skipped', error }
}
