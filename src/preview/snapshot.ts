import type { Config } from '../config/types.ts'
import type { GraphNode, LinkGraph } from '../links/graph.ts'
import type { Draft } from '../posts/draft.ts'
import type { RenderedPost } from '../render/types.ts'

/** An article as the pages show it. */
export interface Article {
  readonly key: string
  /** The front matter as far as it can be read; its source's file carries every message about the article. */
  readonly draft: Draft
  readonly node: GraphNode
  /** `undefined` where an error keeps it from being rendered. */
  readonly rendered: RenderedPost | undefined
  /** What was rendered last, before an edit broke the article; `undefined` where nothing ever was. */
  readonly lastGood: RenderedPost | undefined
}

/** The whole folder at one moment: what every page of the preview is made from. */
export interface Snapshot {
  readonly config: Config
  /** By key, in the order of the files. */
  readonly articles: ReadonlyMap<string, Article>
  readonly graph: LinkGraph
  /** What publishing would do with each article, in a few words, by key; `undefined` where nobody asked. */
  readonly planned?: ReadonlyMap<string, string>
}
