import type { VFileMessage } from 'vfile-message'
import type { Config } from '../config/types.ts'
import type { GraphNode } from '../links/graph.ts'
import type { LinkTargets } from '../links/targets.ts'
import { type Draft, toDraft } from '../posts/draft.ts'
import type { Post } from '../posts/post.ts'
import type { PostAddress, SourcePost } from '../posts/types.ts'
import { listAddresses } from '../posts/validate.ts'
import type { RenderedPost } from '../render/types.ts'

/** What is known of an article, step by step; a step is repeated only where what it depends on has changed. */
export interface Entry {
  readonly source: SourcePost
  readonly draft: Draft
  readonly address: PostAddress
  /** Messages of reading, then those of judging and rendering too. */
  readonly readMessages: readonly VFileMessage[]
  ownMessages: readonly VFileMessage[]
  node: GraphNode | undefined
  /** Keys of the articles that its slug or id collided with when it was judged; `undefined` before. */
  rivals: string | undefined
  post: Post | undefined
  rendered: RenderedPost | undefined
  /** What each link of the article meant when it was rendered, by the address as written. */
  linkMeanings: ReadonlyMap<string, string>
  /** Said what those links meant. */
  renderedWith: LinkTargets | undefined
  lastGood: RenderedPost | undefined
}

/** An article of which nothing is known but its text. */
export function toEntry(source: SourcePost, config: Config): Entry {
  const [address] = listAddresses([source])
  if (address === undefined) throw new Error(`${source.key} has no address`)
  const readMessages = [...source.file.messages]
  return {
    source,
    draft: toDraft(source, config),
    address,
    readMessages,
    ownMessages: readMessages,
    node: undefined,
    rivals: undefined,
    post: undefined,
    rendered: undefined,
    linkMeanings: new Map(),
    renderedWith: undefined,
    lastGood: undefined,
  }
}

/** True where a changed file is a picture of the article, or may be one that it lacked. */
export function usesPicture({ post, ownMessages }: Entry, changed: ReadonlySet<string>): boolean {
  if (changed.size === 0) return false
  if (ownMessages.some(({ ruleId }) => ruleId === 'image-usable')) return true
  return [...(post?.images.values() ?? [])].some(({ absolutePath }) => changed.has(absolutePath))
}
