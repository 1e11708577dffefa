/** The nouns of articles as content. */
import type { Post } from '../posts/post.ts'
import type { ImageFile } from '../posts/types.ts'

/**
 * Text in which addresses and ids that only a site knows stand as references, see render/references.ts.
 * The same article gives the same template, byte for byte, on every machine and for every site.
 */
export type ContentTemplate = string

export interface Body {
  /** What every site can show; notes are plain links. */
  readonly content: ContentTemplate
  /** What sites with the core footnotes block get; absent where there are no notes, or none that it can hold. */
  readonly core?: CoreFootnotes
}

/** What is kept of an article's tree. */
export interface Outline {
  /** In their order, each with its id on the page. */
  readonly headings: readonly {
    readonly depth: number
    readonly id: string
    readonly text: string
  }[]
  /** What readers read, a line for each block: headings, tables and code among it, alternative texts not. */
  readonly text: string
}

export interface RenderedPost extends Body {
  readonly post: Post
  readonly outline: Outline
  /** What sites with the math block get where `math` is "auto"; absent where there is no formula. */
  readonly withMath?: Body
  /** sha256 of the bodies; the same for the same. */
  readonly bodyHash: string
  /** Plain text: the front matter's excerpt, or the first paragraph. */
  readonly excerpt: string
  /** Every picture the content needs, featured image included, each once. */
  readonly media: readonly ImageFile[]
  /** Keys of the articles that the content links to, each once. */
  readonly links: readonly string[]
}

/** An article with its notes in the core footnotes block (WordPress 6.3). */
export interface CoreFootnotes {
  readonly content: ContentTemplate
  /** The post meta `footnotes`: a JSON list of ids and texts, in which references stand as in the content. */
  readonly footnotes: ContentTemplate
}
