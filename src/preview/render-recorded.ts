import type { Config } from '../config/types.ts'
import type { LinkTargets } from '../links/targets.ts'
import type { Post } from '../posts/post.ts'
import { renderPosts } from '../render/render.ts'
import type { RenderedPost } from '../render/types.ts'

/** An article's content, and what its links meant when it was made. */
export interface Recorded {
  readonly rendered: RenderedPost
  /** By the address as written: the target as JSON. */
  readonly linkMeanings: ReadonlyMap<string, string>
}

/** Renders articles and writes down everything that the result depends on besides the articles themselves. */
export async function renderRecorded(
  posts: readonly Post[],
  config: Config,
  targets: LinkTargets,
): Promise<ReadonlyMap<string, Recorded>> {
  if (posts.length === 0) return new Map()
  const asked = new Map<string, Map<string, string>>(posts.map(({ key }) => [key, new Map()]))
  const rendered = await renderPosts(posts, config, (url, from) => {
    const target = targets(url, from.file.path)
    asked.get(from.key)?.set(url, JSON.stringify(target))
    return target
  })
  return new Map(
    rendered.map((item) => [
      item.post.key,
      { rendered: item, linkMeanings: asked.get(item.post.key) ?? new Map() },
    ]),
  )
}

/** True where every link of an article still means what it meant when the article was rendered. */
export function isStillValid(
  linkMeanings: ReadonlyMap<string, string>,
  post: Post,
  targets: LinkTargets,
): boolean {
  return [...linkMeanings].every(([url, meaning]) => JSON.stringify(targets(url, post.file.path)) === meaning)
}
