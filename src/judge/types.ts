/** The nouns of a folder that has been judged. */
import type { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import type { GraphNode, LinkGraph } from '../links/graph.ts'
import type { Draft } from '../posts/draft.ts'
import type { ImageFile } from '../posts/types.ts'
import type { RenderedPost } from '../render/types.ts'

/** An article with all that is known of it; its source's file carries every message about it. */
export interface JudgedArticle {
  readonly key: string
  /** The front matter as far as it can be read. */
  readonly draft: Draft
  readonly node: GraphNode
  /**
   * How many errors it has. Those of a draft are told as warnings, since it is work in progress; it stays here all the
   * same until they are mended.
   */
  readonly errors: number
  /**
   * The picture of the project that stands for it, known without its content, so also of the articles of other parts of a
   * run; of one that cannot be rendered, that which it had last.
   */
  readonly featured: ImageFile | undefined
  /**
   * `undefined` where its text or its pictures have an error, and where nobody asked for content. Links that lead
   * nowhere, and what plugins say, are no reason, so whoever publishes must look at the messages.
   */
  readonly rendered: RenderedPost | undefined
  /** What was rendered last, before an edit broke the article; `undefined` where nothing ever was. */
  readonly lastGood: RenderedPost | undefined
}

/** A folder at one moment, judged by every rule that asks no other site. */
export interface Judgement {
  readonly config: Config
  /** By key, in the order of the files. */
  readonly articles: ReadonlyMap<string, JudgedArticle>
  /** Files that are no articles and have a message: wp.config.json, pictures that no article shows. */
  readonly others: readonly VFile[]
  readonly graph: LinkGraph
  /** Markdown of the folder that is no article, each by its path and the key that it would have. */
  readonly leftOut: readonly LeftOut[]
}

export interface LeftOut {
  readonly key: string
  readonly path: string
  /** `plain`: it has no front matter; `misnamed`: its name does not end in `.md`; `ignored`: the configuration says so. */
  readonly reason: 'plain' | 'misnamed' | 'ignored'
}
