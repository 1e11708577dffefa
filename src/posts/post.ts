import type { Root as MdastRoot } from 'mdast'
import type { VFile } from 'vfile'
import type { Media, PostStatus, Term } from './types.ts'

/** A validated article: every value resolved, every reference to a file checked. */
export interface Post {
  readonly key: string
  readonly file: VFile
  readonly tree: MdastRoot
  readonly title: string
  readonly slug: string
  readonly status: PostStatus
  /** Wall-clock time of the site, `2025-12-22T11:00:00`, without a zone. `undefined`: WordPress decides. */
  readonly date: string | undefined
  readonly categories: readonly Term[]
  readonly tags: readonly Term[]
  readonly excerpt: string | undefined
  readonly featuredImage: Media | undefined
  /** The post's id on `config.site.url`, and on no other site. */
  readonly id: number | undefined
  /** Login name or numeric id. */
  readonly author: string | undefined
  readonly sticky: boolean | undefined
  readonly commentStatus: 'open' | 'closed' | undefined
  readonly format: string | undefined
  /** BCP 47, `ja`, `en`; `undefined` where neither the name nor the front matter tells. */
  readonly language: string | undefined
  /** What both languages of an article share: the key without its language ending, or `pair` as given. */
  readonly pair: string | undefined
  /** What `pull` noted of fields it took over from the site, see sync/pulled.ts. */
  readonly pulled?: string | undefined
  /** Pictures of the body, by the address as it stands in the Markdown tree. */
  readonly images: ReadonlyMap<string, Media>
}
