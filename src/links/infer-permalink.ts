import { decodeSlug } from '../posts/slugs.ts'
import { decodePercent } from '../standards/percent.ts'

/** A post of the site, as far as its address tells of it. */
interface Linked {
  readonly id: number
  readonly slug: string
  readonly link: string
  /** Wall-clock time of the site, `2025-12-22T11:00:00`. */
  readonly date: string
  readonly status: string
}

/**
 * The permalink structure that the addresses of public posts follow. No route of the REST API tells it.
 *
 * @param home address of the blog, without a trailing slash
 * @returns `/archives/%post_id%`; `undefined` where no post is public, or where their addresses follow no one structure
 */
export function inferPermalink(posts: readonly Linked[], home: string): string | undefined {
  const paths = posts
    .filter(({ status, link }) => status === 'publish' && URL.canParse(link))
    .map((post) => ({ post, path: pathOf(post.link, home) }))
  const [first] = paths
  if (first?.path === undefined) return undefined
  const length = first.path.split('/').length
  if (paths.some(({ path }) => path === undefined || path.split('/').length !== length)) return undefined
  const segments = Array.from({ length }, (_, index) =>
    inferSegment(paths.map(({ post, path }) => ({ post, text: path?.split('/')[index] ?? '' }))),
  )
  // Without one of these WordPress could not tell posts apart.
  const isTold = segments.some((segment) => /%(?:post_id|postname)%/.test(segment ?? ''))
  return isTold && segments.every((segment) => segment !== undefined) ? segments.join('/') : undefined
}

/** What stands behind the address of the blog; `undefined` for an address that is elsewhere or has a query. */
function pathOf(link: string, home: string): string | undefined {
  const [url, base] = [new URL(link), new URL(home)]
  const folder = base.pathname.replace(/\/+$/, '')
  if (url.search !== '' || !url.pathname.startsWith(`${folder}/`)) return undefined
  return decodePercent(url.pathname.slice(folder.length))
}

/** What a tag of a structure would be in the address of a post (WP_Rewrite::$rewritecode), those that are surest first. */
const TAGS: readonly (readonly [string, (post: Linked) => string])[] = [
  ['%postname%', ({ slug }) => decodeSlug(slug)],
  ['%year%', ({ date }) => date.slice(0, 4)],
  ['%monthnum%', ({ date }) => date.slice(5, 7)],
  ['%day%', ({ date }) => date.slice(8, 10)],
  ['%hour%', ({ date }) => date.slice(11, 13)],
  ['%minute%', ({ date }) => date.slice(14, 16)],
  ['%second%', ({ date }) => date.slice(17, 19)],
  ['%post_id%', ({ id }) => String(id)],
]

function inferSegment(
  found: readonly { readonly post: Linked; readonly text: string }[],
): string | undefined {
  const [first] = found
  if (first === undefined) return undefined
  const isConstant = found.every(({ text }) => text === first.text)
  const tags = TAGS.filter(([, write]) => found.every(({ post, text }) => write(post) === text))
  const [tag] = tags.find(([name]) => name === '%post_id%' || name === '%postname%') ?? tags[0] ?? []
  // Of one post alone a constant may be a year; an id or a slug stands there for itself.
  if (isConstant && (found.length > 1 || tag === undefined)) return tag ?? first.text
  if (tag !== undefined) return tag
  // A file's ending stands behind the name.
  const [ending] = /\.\w+$/.exec(first.text) ?? []
  if (ending !== undefined && found.every(({ text }) => text.endsWith(ending))) {
    const bare = inferSegment(found.map(({ post, text }) => ({ post, text: text.slice(0, -ending.length) })))
    return bare === undefined ? undefined : bare + ending
  }
  // A category, or an author, of which addresses do not tell which.
  return '%category%'
}
