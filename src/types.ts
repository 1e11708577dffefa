/** All the nouns on one page. Types only: what they mean, never what is done with them. */
import type { Root as MdastRoot } from 'mdast'
import type { VFile } from 'vfile'
import type { Document } from 'yaml'
import type { Settings } from './config-schema.ts'

// ---- The project ----------------------------------------------------------------------------------

/** wp.config.json with every default filled in, and where it was found. */
export interface Config extends Settings {
  /** Absolute path of the project: the folder that holds wp.config.json. */
  readonly root: string
  /** Absolute path of wp.config.json itself. */
  readonly file: string
}

// ---- Articles, as files ---------------------------------------------------------------------------

/** An article as it was read: nothing judged yet, everything with its position in the file. */
export interface SourcePost {
  /** Stable name of the source: its path below the posts folder, without the ending, `/`-separated. */
  readonly key: string
  /** `path` is relative to the project; `value` is the whole file; messages about it are collected here. */
  readonly file: VFile
  /** The front matter as plain data. Every scalar is the text that was written (YAML failsafe schema). */
  readonly frontMatter: unknown
  /** The YAML document, for positions; `undefined` where there is no readable front matter. */
  readonly yaml: FrontMatterDocument | undefined
  /** The body. Positions count from the start of the file, front matter included. */
  readonly tree: MdastRoot
}

/** The parsed front matter and where it begins in the file. */
export interface FrontMatterDocument {
  readonly document: Document.Parsed
  /** Offset in the file of the first character after the opening fence's line, in UTF-16 units. */
  readonly offset: number
}

/** WordPress's own words. */
export type PostStatus = 'publish' | 'future' | 'draft' | 'pending' | 'private'

export type Taxonomy = 'category' | 'post_tag'

export interface Term {
  readonly taxonomy: Taxonomy
  /** Plain text, entities decoded, Unicode NFC. */
  readonly name: string
  /** `undefined` where WordPress may choose it (a new tag). */
  readonly slug?: string | undefined
}

/** A picture of the project, known by its bytes. */
export interface Media {
  /** `/`-separated path relative to the project. */
  readonly path: string
  readonly absolutePath: string
  /** Of the file's bytes, 64 hex digits. */
  readonly sha256: string
  /** Clean ASCII file name to upload under; ends in the first 8 digits of `sha256` before the extension. */
  readonly uploadName: string
  readonly mimeType: string
  /** Bytes. */
  readonly size: number
  /** Pixels as shown, EXIF orientation applied. `undefined` where the format does not say (some SVG). */
  readonly width: number | undefined
  readonly height: number | undefined
  /** The alternative text of its first use; the empty string for a featured image. */
  readonly alt: string
}

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
  /** Pictures of the body, by the address as it stands in the Markdown tree. */
  readonly images: ReadonlyMap<string, Media>
}

// ---- Articles, as content -------------------------------------------------------------------------

/**
 * Text in which addresses and ids that only a site knows stand as references, see render/references.ts.
 * The same article gives the same template, byte for byte, on every machine and for every site.
 */
export type ContentTemplate = string

export interface RenderedPost {
  readonly post: Post
  readonly content: ContentTemplate
  /** Plain text: the front matter's excerpt, or the first paragraph. */
  readonly excerpt: string
  /** Every picture the content needs, featured image included, each once. */
  readonly media: readonly Media[]
  /** Keys of the articles that the content links to, each once. */
  readonly links: readonly string[]
}

/** What a link in an article means, once the whole folder is known. */
export type LinkTarget =
  | { readonly kind: 'post'; readonly key: string; readonly hash: string }
  /** An address on the site being written for that no local article claims. */
  | { readonly kind: 'own-site'; readonly url: string }
  | { readonly kind: 'external'; readonly url: string }
  /** `#section` in the same article. */
  | { readonly kind: 'anchor'; readonly hash: string }
  /** A relative path to an article or file that is not there. */
  | { readonly kind: 'missing'; readonly path: string }
  /** mailto:, tel: and the like. */
  | { readonly kind: 'other'; readonly url: string }
