import { encodeSlug } from '../posts/slugs.ts'
import type { RemotePost } from '../site/types.ts'

/**
 * Where a post is read once it is public. For a draft `link` is only `/?p=ID`; the template that WordPress
 * gives in the `edit` context is the final address, with `%postname%` for the slug. Of a public post plugins may make
 * another address than of its template, and it is read at its link.
 */
export function finalPermalink(post: RemotePost, slug: string): string {
  if (post.status === 'publish' && slug === post.slug) return post.link
  return post.permalinkTemplate.replace('%postname%', encodeSlug(slug))
}
