import type { Site } from '../site/site.ts'
import type { FieldName, PostFields, RemotePost } from '../site/types.ts'
import { dependsOn, editedMeanwhile, publishedTwice, slugTaken } from './apply-errors.ts'
import { createOnce } from './create-once.ts'
import { managedFields } from './decide.ts'
import { hashField, hashFields } from './fields.ts'
import type { Ledger } from './ledger.ts'
import { keepMarker } from './lost-markers.ts'
import { MARKER_WORD, type Marker, readMarker, writeMarker } from './marker.ts'
import { resolveFields } from './resolve.ts'
import type { Change, Outcome } from './types.ts'
import { writePost } from './write-post.ts'

export type CreatePost = Extract<Change, { kind: 'create-post' }>
export type UpdatePost = Extract<Change, { kind: 'update-post' }>
type Result = Omit<Outcome, 'change'>

/** What a draft holds until it is completed: nothing but the marker by which the next run finds it. */
const SKELETON = '<!-- wp:paragraph -->\n<p></p>\n<!-- /wp:paragraph -->'

/**
 * Makes sure that a new post exists as a draft, so that its id and address are known.
 *
 * WordPress renames a slug that is taken by anything, a picture or a page included; then the draft goes to
 * the trash, since the article would be published at an address that its author did not choose.
 */
export async function draftPost(change: CreatePost, ledger: Ledger, client: Site): Promise<Result> {
  const { after } = change
  const { fields: known, missing } = resolveFields(after, ledger)
  const needed = missing.filter(({ kind }) => kind !== 'address')
  if (needed.length > 0) return { status: 'skipped', error: dependsOn(after, needed) }
  // Whatever a permalink can be made of, so that the draft's address is the final one.
  const { title = '', slug = '', date, categories, author } = known
  const fields: PostFields = {
    title,
    slug,
    status: 'draft',
    ...(date === undefined ? {} : { date }),
    ...(categories === undefined ? {} : { categories }),
    ...(author === undefined ? {} : { author }),
  }
  const marker: Marker = { key: after.key, base: hashFields({ ...fields, content: SKELETON }), stored: {} }
  const created = await createOnce(
    client,
    () => client.createPost({ ...fields, content: writeMarker(SKELETON, marker) }),
    () => findByKey(after.key, client),
  )
  if (created.slug !== after.slug) {
    await client.trashPost(created.id)
    const [holder] = await client.listPostsBySlug([after.slug])
    const isTwin = holder !== undefined && readMarker(holder.content)?.key === after.key
    if (!isTwin) throw slugTaken(after, created.slug)
    // Others link to the post that stays.
    ledger.addPost(after.key, holder)
    throw publishedTwice(after)
  }
  ledger.addPost(after.key, created)
  return { status: 'applied', id: created.id }
}

/**
 * Looks again after creating: WordPress gives two clients that create one slug at the same moment two posts.
 * Of such twins the lower id stays; ours goes to the trash if it is the higher.
 *
 * @returns the posts that another run is publishing: as a twin, or by completing the very draft we made
 */
export async function dropTwins(
  changes: readonly CreatePost[],
  ledger: Ledger,
  client: Site,
): Promise<CreatePost[]> {
  if (changes.length === 0) return []
  const marked = (await client.searchPosts(MARKER_WORD)).filter(({ status }) => status !== 'trash')
  const lost: CreatePost[] = []
  for (const change of changes) {
    const { key } = change.after
    const ours = ledger.post(key)
    const first = marked.find(({ content }) => readMarker(content)?.key === key)
    if (ours === undefined || first === undefined || first.id > ours.id) continue
    if (first.id < ours.id) await client.trashPost(ours.id)
    else if (first.content === ours.content) continue
    ledger.addPost(key, first)
    lost.push(change)
  }
  return lost
}

/** Gives a draft everything and its final status, in one request; `except` names fields to leave for later. */
export async function completePost(
  change: CreatePost,
  ledger: Ledger,
  client: Site,
  except: readonly FieldName[] = [],
): Promise<Result> {
  const draft = ledger.post(change.after.key)
  if (draft === undefined) return { status: 'skipped' }
  const names = [...managedFields(change.after)].filter((name) => !except.includes(name))
  return await writePost(draft, change.after, names, ledger, client)
}

/**
 * Mends the links of a post that was written before another one moved: a change of date or category moves a
 * post under some permalink structures.
 */
export async function relinkPost(
  change: CreatePost | UpdatePost,
  ledger: Ledger,
  client: Site,
): Promise<Result> {
  const post = ledger.post(change.after.key)
  const { content } = resolveFields(change.after, ledger, post?.content).fields
  const written = post === undefined ? undefined : readMarker(post.content)?.base.content
  const wasWritten = change.kind === 'create-post' || change.fields.includes('content')
  if (post === undefined || content === undefined || !wasWritten || written === hashField(content)) {
    return { status: 'applied' }
  }
  return await writePost(post, change.after, ['content'], ledger, client)
}

/** Writes the planned fields of a post, unless somebody edited it since the plan was made. */
export async function updatePost(change: UpdatePost, ledger: Ledger, client: Site): Promise<Result> {
  const { before, after, fields } = change
  const now = keepMarker(before, await client.readPost(before.id))
  assertUntouched(before, now)
  return await writePost(now, after, fields, ledger, client)
}

/**
 * WordPress has no conditional write, so a post is read again right before it is written.
 *
 * @throws UserError (stopped) where it is no longer as it was when the plan was made
 */
export function assertUntouched(before: RemotePost, now: RemotePost): void {
  if (now.modifiedGmt !== before.modifiedGmt || now.content !== before.content) throw editedMeanwhile(before)
}

async function findByKey(key: string, client: Site): Promise<RemotePost | undefined> {
  const posts = await client.searchPosts(MARKER_WORD)
  return posts.find(({ content, status }) => status !== 'trash' && readMarker(content)?.key === key)
}
