import type { Root as MdastRoot } from 'mdast'
import type { VFile } from 'vfile'
import type { ArticleFields } from '../fields/registry.ts'
import type { Field, ImageFile } from './types.ts'

/** A validated article: every value resolved, every reference to a file checked. */
export interface Post extends ArticleFields {
  readonly key: string
  readonly file: VFile
  /** The front matter as it is written, for messages. */
  readonly frontMatter: readonly Field[]
  /** The post's id on `config.site.url`, and on no other site. */
  readonly id: number | undefined
  /** BCP 47, `ja`, `en`; `undefined` where neither the name nor the front matter tells. */
  readonly language: string | undefined
  /** What both languages of an article share: the key without its language ending, or `pair` as given. */
  readonly pair: string | undefined
  /** What `pull` noted of fields it took over from the site, see sync/pulled.ts. */
  readonly pulled?: string | undefined
  /** Pictures of the body, by the address as it stands in the Markdown tree. */
  readonly images: ReadonlyMap<string, ImageFile>
}

/** An article with its text as it was parsed, which takes thirty times the room of the text. */
export interface ParsedPost extends Post {
  readonly tree: MdastRoot
}
