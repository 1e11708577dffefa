import type { FieldName } from '../../fields/registry.ts'
import { listReferences } from '../../render/references.ts'
import { hashField } from '../fields.ts'
import { readMarker } from '../marker.ts'
import { resolveFields } from '../resolve.ts'
import type { ArticleChange, DesiredPost, Result } from '../types.ts'
import type { Capability } from './capabilities.ts'
import type { Run } from './run.ts'
import { addressThing, pictureThing, type Thing, termThing } from './things.ts'
import { writePost } from './write-post.ts'

/** What the changes that write an article have in common. */

/** The terms and pictures of an article; without them its post cannot be made. */
export function partsOf({ categories = [], tags, featuredMedia, content, footnotes }: DesiredPost): Thing[] {
  const shown = listReferences(content + (footnotes ?? '')).filter(({ kind }) => kind === 'media')
  const pictures = [...(featuredMedia === undefined ? [] : [featuredMedia]), ...shown.map(({ key }) => key)]
  return [...[...categories, ...tags].map(termThing), ...pictures.map((sha256) => pictureThing({ sha256 }))]
}

/** The addresses of the articles that it links to, which exist once those are drafts. */
export function linksOf({ content, footnotes }: DesiredPost): Thing[] {
  const links = listReferences(content + (footnotes ?? '')).filter(({ kind }) => kind === 'post')
  return links.map(({ key }) => addressThing(key))
}

export function articleRights({ status }: DesiredPost): Capability[] {
  return ['publish', 'future', 'private'].includes(status) ? ['edit_posts', 'publish_posts'] : ['edit_posts']
}

/** Writes fields of the post as this run knows it. */
export async function writeKnown(
  after: DesiredPost,
  names: readonly FieldName[],
  { site, state }: Run,
): Promise<Result> {
  const post = state.post(after.key)
  if (post === undefined) return { status: 'skipped' }
  return await writePost(post, after, names, state, site)
}

/** Takes a post off the public side again. */
export async function hide({ after }: ArticleChange, run: Run): Promise<Result> {
  return await writeKnown({ ...after, status: 'draft' }, ['status'], run)
}

/**
 * Mends the links of a post that was written before another one moved: a change of date or category moves a
 * post under some permalink structures.
 */
export async function relink({ after, fields }: ArticleChange, run: Run): Promise<Result> {
  const post = run.state.post(after.key)
  const { content } = resolveFields(after, run.state, post?.content).fields
  const written = post === undefined ? undefined : readMarker(post.content)?.base.content
  const wasWritten = fields === undefined || fields.includes('content')
  if (
    post === undefined ||
    content === undefined ||
    !wasWritten ||
    written === hashField('content', content)
  ) {
    return { status: 'applied' }
  }
  return await writeKnown(after, ['content'], run)
}
