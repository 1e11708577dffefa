import type { FieldName } from '../../fields/registry.ts'
import { isWebAddress } from '../../posts/library-picture.ts'
import { listReferences } from '../../render/references.ts'
import { endsPublic, linksWritten } from '../article-links.ts'
import { hasHash } from '../fields.ts'
import { isPublicStatus } from '../public-status.ts'
import { resolveFields } from '../resolve.ts'
import type { ArticleChange, DesiredPost, Result } from '../types.ts'
import type { Capability } from './capabilities.ts'
import type { Run } from './run.ts'
import { addressThing, articleThing, pictureThing, type Thing, termThing } from './things.ts'
import { assertUntouched, readAgain } from './untouched.ts'
import { writePost } from './write-post.ts'

/** What the changes that write an article have in common. */

/** The terms and pictures of what is written of an article. */
export function partsOf({ after, fields }: ArticleChange): Thing[] {
  const isWritten = (name: FieldName): boolean => fields === undefined || fields.includes(name)
  const { categories = [], tags, featuredMedia, content, footnotes } = after
  const shown = listReferences(
    (isWritten('content') ? content : '') + (isWritten('footnotes') ? (footnotes ?? '') : ''),
  )
  return [
    ...(isWritten('categories') ? categories : []).map(termThing),
    ...(isWritten('tags') ? tags : []).map(termThing),
    // What the media library has already is made by no change.
    ...(isWritten('featuredMedia') && featuredMedia !== undefined && !isWebAddress(featuredMedia)
      ? [pictureThing({ sha256: featuredMedia })]
      : []),
    ...shown.flatMap(({ kind, key }) => (kind === 'media' ? [pictureThing({ sha256: key })] : [])),
  ]
}

/** What an article links to: readers of a public post have to be able to open it, any other needs its address. */
export function linksOf(change: ArticleChange): Thing[] {
  return linksWritten(change).map(endsPublic(change) ? articleThing : addressThing)
}

/** What others may refer to once an article is written. */
export function articleProvides(change: ArticleChange): Thing[] {
  const { key } = change.after
  return [addressThing(key), ...(endsPublic(change) ? [articleThing(key)] : [])]
}

export function articleRights({ status }: DesiredPost): Capability[] {
  return ['publish', 'future', 'private'].includes(status) ? ['edit_posts', 'publish_posts'] : ['edit_posts']
}

/** Writes fields of the post as this run knows it, unless somebody edited it since. */
export async function writeKnown(after: DesiredPost, names: readonly FieldName[], run: Run): Promise<Result> {
  const known = run.state.post(after.key)
  if (known === undefined) return { status: 'skipped' }
  const now = await readAgain(known, run)
  assertUntouched(known, now)
  return await writePost(now, after, names, run.state, run.site)
}

/** Takes a post off the public side again, which this run has put there. */
export async function hide({ after, before }: ArticleChange, run: Run): Promise<Result> {
  const status = before?.status ?? 'draft'
  if (isPublicStatus(status)) return { status: 'skipped' }
  return await writeKnown({ ...after, status: status === 'trash' ? 'draft' : status }, ['status'], run)
}

/**
 * Mends the links of a post that was written before another one moved: a change of date or category moves a
 * post under some permalink structures.
 */
export async function relink({ after, fields }: ArticleChange, run: Run): Promise<Result> {
  const post = run.state.post(after.key)
  if (post === undefined) return { status: 'applied' }
  const marker = run.state.marker(post)
  const { content } = resolveFields(after, run.state, { content: post.content, marker }).fields
  const wasWritten = fields === undefined || fields.includes('content')
  if (content === undefined || !wasWritten || hasHash('content', content, marker?.base.content)) {
    return { status: 'applied' }
  }
  return await writeKnown(after, ['content'], run)
}
