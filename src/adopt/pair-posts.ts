import type { RenderedPost } from '../render/types.ts'
import type { RemotePost } from '../site/types.ts'
import { htmlToText } from '../standards/html-to-text.ts'
import type { RestOfFolder } from '../sync/folder.ts'
import { identifyPosts } from '../sync/identify.ts'
import { remoteOf } from '../sync/identity.ts'
import type { SiteState } from '../sync/types.ts'

/** An article, and the post that it is. */
export interface Pair {
  readonly key: string
  /** Relative to the project. */
  readonly path: string
  readonly remote: RemotePost
  /** Whether the article names the post by its id already. */
  readonly hasId: boolean
}

/** Which posts of a site are which articles of a folder. */
export interface Pairing {
  /** Published from here before: nothing is to be taken over. */
  readonly own: readonly Pair[]
  /** The same by id or slug, and never published from here. */
  readonly found: readonly Pair[]
  /** Articles without a post, and the one post without an article that has their title. */
  readonly guesses: readonly Omit<Pair, 'hasId'>[]
  /** Articles without a post, not even one with their title. */
  readonly alone: readonly string[]
  /** Posts without an article. */
  readonly without: readonly RemotePost[]
}

/**
 * Finds out which posts are which articles, as planning does, and guesses by titles where nothing else tells. Pure.
 *
 * @param posts every post of the site
 */
export function pairPosts(
  rendered: readonly RenderedPost[],
  folder: RestOfFolder,
  site: SiteState,
  posts: readonly RemotePost[],
  name: string | undefined,
): Pairing {
  const identities = identifyPosts(rendered, site, { name, folder })
  const taken = new Set([...identities.values()].flatMap((identity) => remoteOf(identity)?.id ?? []))
  const without = posts.filter(({ id }) => !taken.has(id))
  const [own, found, fresh] = [[] as Pair[], [] as Pair[], [] as RenderedPost['post'][]]
  for (const { post } of rendered) {
    const identity = identities.get(post.key)
    const pair = { key: post.key, path: post.file.path, hasId: post.id !== undefined }
    if (identity?.kind === 'ours') own.push({ ...pair, remote: identity.remote })
    else if (identity?.kind === 'unmanaged') found.push({ ...pair, remote: identity.remote })
    else if (identity?.kind === 'new') fresh.push(post)
  }
  const byTitle = new Map<string, RemotePost[]>()
  for (const remote of without) {
    const title = titleKey(htmlToText(remote.title))
    byTitle.set(title, [...(byTitle.get(title) ?? []), remote])
  }
  const guesses: Omit<Pair, 'hasId'>[] = []
  const alone: string[] = []
  for (const { key, file, title } of fresh) {
    const alike = fresh.filter((other) => titleKey(other.title) === titleKey(title))
    const [remote, ...others] = byTitle.get(titleKey(title)) ?? []
    // Two with one title tell nothing.
    if (remote === undefined || others.length > 0 || alike.length > 1) alone.push(file.path)
    else guesses.push({ key, path: file.path, remote })
  }
  return { own, found, guesses, alone, without }
}

/** WordPress and people write blanks, widths and quotation marks of one title differently. */
function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‛`]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}
