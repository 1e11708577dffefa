import { toEpochMilliseconds } from '../posts/dates.ts'
import type { PostStatus } from '../posts/types.ts'
import type { RenderedPost } from '../render/types.ts'
import type { DesiredPost } from './types.ts'

/**
 * What an article asks of the site, before any id is known.
 *
 * @param now the present, in milliseconds since 1970; decides between `publish` and `future` as WordPress does
 * @param timezone IANA name of the site's zone
 * @param hasFootnotes whether the site keeps the notes of the core footnotes block
 */
export function toDesired(
  { post, content, core, excerpt }: RenderedPost,
  now: number,
  timezone: string,
  hasFootnotes = false,
): DesiredPost {
  return {
    key: post.key,
    path: post.file.path,
    title: post.title,
    content: hasFootnotes ? (core?.content ?? content) : content,
    // Without one, an excerpt written in wp-admin stays.
    excerpt: excerpt === '' ? undefined : excerpt,
    slug: post.slug,
    status: statusAt(post.status, post.date, now, timezone),
    date: post.date,
    // WordPress puts a post without a category into its default one; that is its choice, not an edit.
    categories: post.categories.length === 0 ? undefined : post.categories,
    tags: post.tags,
    featuredImage: post.featuredImage?.sha256,
    author: post.author,
    sticky: post.sticky,
    commentStatus: post.commentStatus,
    format: post.format,
    footnotes: hasFootnotes ? (core?.footnotes ?? '') : undefined,
    pulled: post.pulled,
  }
}

/** Posts that are due within a minute are public at once (wp_insert_post). */
const MINUTE = 60_000

/** WordPress answers `publish` with a coming date by `future`, and turns it to `publish` when the time comes. */
export function statusAt(
  status: PostStatus,
  date: string | undefined,
  now: number,
  timezone: string,
): PostStatus {
  if (date === undefined || (status !== 'publish' && status !== 'future')) return status
  return toEpochMilliseconds(date, timezone) - now >= MINUTE ? 'future' : 'publish'
}
