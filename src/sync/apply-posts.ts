import { ExitCode, UserError } from '../errors.ts'
import type { Client } from '../site/client.ts'
import { MARKER_WORD, type Marker, readMarker, writeMarker } from '../site/marker.ts'
import type { Change, DesiredPost, FieldName, Outcome, PostFields, RemotePost } from '../types.ts'
import { createOnce } from './create-once.ts'
import { managedFields } from './decide.ts'
import { FIELD_NAMES, hashField, hashFields, liveFields } from './fields.ts'
import type { Ledger } from './ledger.ts'
import { finalPermalink } from './permalink.ts'
import { type Missing, resolveFields } from './resolve.ts'

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
export async function draftPost(change: CreatePost, ledger: Ledger, client: Client): Promise<Result> {
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
    () => client.createPost({ ...fields, content: writeMarker(SKELETON, marker) }),
    () => findByKey(after.key, client),
  )
  if (created.slug !== after.slug) {
    await client.trashPost(created.id)
    const [holder] = await client.listPostsBySlug([after.slug])
    const isTwin = holder !== undefined && readMarker(holder.content)?.key === after.key
    throw isTwin ? publishedTwice(after) : slugTaken(after, created.slug)
  }
  ledger.addPost(after.key, created)
  return { status: 'applied', id: created.id }
}

/**
 * Looks again after creating: WordPress gives two clients that create one slug at the same moment two posts.
 * Of such twins the lower id stays; ours goes to the trash if it is the higher.
 */
export async function dropTwins(
  changes: readonly CreatePost[],
  ledger: Ledger,
  client: Client,
): Promise<void> {
  if (changes.length === 0) return
  const marked = (await client.searchPosts(MARKER_WORD)).filter(({ status }) => status !== 'trash')
  for (const { after } of changes) {
    const ours = ledger.post(after.key)
    const first = marked.find(({ content }) => readMarker(content)?.key === after.key)
    if (ours === undefined || first === undefined || first.id >= ours.id) continue
    await client.trashPost(ours.id)
    ledger.addPost(after.key, first)
  }
}

/** Gives a draft everything and its final status, in one request. */
export async function completePost(change: CreatePost, ledger: Ledger, client: Client): Promise<Result> {
  const draft = ledger.post(change.after.key)
  if (draft === undefined) return { status: 'skipped' }
  return await write(draft, change.after, [...managedFields(change.after)], ledger, client)
}

/**
 * Mends the links of a post that was written before another one moved: a change of date or category moves a
 * post under some permalink structures.
 */
export async function relinkPost(
  change: CreatePost | UpdatePost,
  ledger: Ledger,
  client: Client,
): Promise<Result> {
  const post = ledger.post(change.after.key)
  const { content } = resolveFields(change.after, ledger).fields
  const written = post === undefined ? undefined : readMarker(post.content)?.base.content
  const wasWritten = change.kind === 'create-post' || change.fields.includes('content')
  if (post === undefined || content === undefined || !wasWritten || written === hashField(content)) {
    return { status: 'applied' }
  }
  return await write(post, change.after, ['content'], ledger, client)
}

/** Writes the planned fields of a post, unless somebody edited it since the plan was made. */
export async function updatePost(change: UpdatePost, ledger: Ledger, client: Client): Promise<Result> {
  const { before, after, fields } = change
  const now = await client.readPost(before.id)
  if (now.modifiedGmt !== before.modifiedGmt || now.content !== before.content) {
    throw new UserError(`"${after.slug}" was edited on the site while this run was going on.`, {
      advice: 'Run the command again; it compares anew.',
      exitCode: ExitCode.stopped,
    })
  }
  return await write(now, after, fields, ledger, client)
}

async function write(
  before: RemotePost,
  after: DesiredPost,
  names: readonly FieldName[],
  ledger: Ledger,
  client: Client,
): Promise<Result> {
  const { fields, missing } = resolveFields(after, ledger)
  if (missing.length > 0) return { status: 'skipped', error: dependsOn(after, missing) }

  const sent = Object.fromEntries(names.map((name) => [name, fields[name]])) as PostFields
  const content = sent.content ?? liveFields(before).content
  const marker = nextMarker(before, after.key, sent, fields)
  const stored = await client.updatePost(before.id, { ...sent, content: writeMarker(content, marker) })
  const final = await recordChanges(stored, sent, marker, client)
  ledger.addPost(after.key, final)
  assertKept(after, sent, final)
  return { status: 'applied', id: final.id, link: finalPermalink(final, final.slug) }
}

/** What was sent is the new base; so is what the site and the file agree on; the rest stays as it was. */
function nextMarker(before: RemotePost, key: string, sent: PostFields, desired: PostFields): Marker {
  const old = readMarker(before.content)
  const live = hashFields(liveFields(before))
  const wanted = hashFields(desired)
  const agreed = FIELD_NAMES.filter((name) => wanted[name] !== undefined && wanted[name] === live[name])
  const stored = Object.entries(old?.stored ?? {}).filter(([name]) => !(name in sent))
  return {
    key,
    base: {
      ...old?.base,
      ...Object.fromEntries(agreed.map((name) => [name, live[name]])),
      ...hashFields(sent),
    },
    stored: Object.fromEntries(stored),
  }
}

/** The text fields that WordPress may store otherwise than sent, for users without unfiltered_html. */
const FILTERED = ['title', 'content', 'excerpt'] as const

/** Remembers in the marker how the site stored what it changed, so that it is not taken for an edit. */
async function recordChanges(
  post: RemotePost,
  sent: PostFields,
  marker: Marker,
  client: Client,
): Promise<RemotePost> {
  const live = hashFields(liveFields(post))
  const changed = FILTERED.filter((name) => sent[name] !== undefined && live[name] !== marker.base[name])
  if (changed.length === 0) return post
  const stored = { ...marker.stored, ...Object.fromEntries(changed.map((name) => [name, live[name]])) }
  const content = writeMarker(post.content, { ...marker, stored })
  return await client.updatePost(post.id, { content })
}

/** WordPress drops what it does not know with a 201, so the answer is compared with what was sent. */
function assertKept(after: DesiredPost, sent: PostFields, stored: RemotePost): void {
  const live = hashFields(liveFields(stored))
  const wanted = hashFields(sent)
  const exact = FIELD_NAMES.filter((name) => !(FILTERED as readonly FieldName[]).includes(name))
  const lost = exact.filter((name) => wanted[name] !== undefined && wanted[name] !== live[name])
  if (lost.length === 0) return
  throw new UserError(`The site did not keep ${lost.join(', ')} of "${after.slug}" as sent.`, {
    advice: 'A plugin or a missing right may be the cause; compare the post in wp-admin.',
    exitCode: ExitCode.partial,
  })
}

async function findByKey(key: string, client: Client): Promise<RemotePost | undefined> {
  const posts = await client.searchPosts(MARKER_WORD)
  return posts.find(({ content, status }) => status !== 'trash' && readMarker(content)?.key === key)
}

function publishedTwice(after: DesiredPost): UserError {
  return new UserError(`Another run is publishing "${after.slug}" at this moment; its post stays.`, {
    advice: 'Wait until it has finished, then run the command again; it compares anew.',
    exitCode: ExitCode.stopped,
  })
}

function slugTaken(after: DesiredPost, given: string): UserError {
  return new UserError(`The slug "${after.slug}" is taken on the site: WordPress made it "${given}".`, {
    advice:
      'A page, a picture or a post of another kind has it. Rename that, or give the article another slug; its draft is in the trash.',
    exitCode: ExitCode.partial,
  })
}

function dependsOn(after: DesiredPost, missing: readonly Missing[]): UserError {
  return new UserError(
    `"${after.slug}" was left as it is: ${missing.map(({ name }) => name).join(' and ')} could not be made.`,
    {
      advice: 'See to the failed change, then run the command again.',
      exitCode: ExitCode.partial,
    },
  )
}
