/** The nouns of articles as files: what they mean, never what is done with them. */
import type { Root as MdastRoot } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { Document } from 'yaml'

/** One key of the front matter as it stands in the file. */
export interface Field {
  /** As written, possibly an alias; of one that the project calls otherwise, the name that is used here. */
  readonly key: string
  /** What the project calls it, where that is another name. */
  readonly written?: string
  readonly keyPlace: Position
  readonly value: FieldValue
  readonly valuePlace: Position
}

/** The text of a scalar or of a list's items, each with its place; `other` is a map or a nested list. */
export type FieldValue =
  /** `quoted` tells an author who wrote `""` from one who left the value out. */
  | { readonly kind: 'empty'; readonly quoted: boolean }
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'other' }

export interface Item {
  /** `undefined` where the item is not text. */
  readonly text: string | undefined
  /** The texts of an item that is a list itself; absent for every other. */
  readonly path?: readonly string[]
  readonly place: Position
}

/** What is on top of an article: its name, its file, and its front matter as far as that can be read. */
export interface SourceHead {
  /**
   * Stable name of the source: its path below the posts folder, without the ending, `/`-separated, below the
   * configured name of the folder where there is one. What the site remembers the article by.
   */
  readonly key: string
  /** `path` is relative to the project; `value` is the whole file; messages about it are collected here. */
  readonly file: VFile
  /** The keys of the front matter with their values and places, in the order of the file. */
  readonly fields: readonly Field[]
  /** True where the front matter could not be read at all; a message says why. */
  readonly unreadable: boolean
}

/** What is rendered of an article. */
export interface SourceBody extends SourceHead {
  /** The body. Positions count from the start of the file, front matter included. */
  readonly tree: MdastRoot
}

/** An article as it was read: nothing judged yet, everything with its position in the file. */
export interface SourcePost extends SourceBody {
  /** False for Markdown without front matter, which is some other text. */
  readonly isArticle: boolean
  /** The YAML document, for positions; `undefined` where there is no readable front matter. */
  readonly yaml: FrontMatterDocument | undefined
  /** Where the body begins in the file, in UTF-16 units; 0 where the front matter's end is not known. */
  readonly bodyOffset: number
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
  /** Path of the parent category, `A > B`, as far as the article or the configuration gives it. */
  readonly parentPath?: string | undefined
}

/** A picture of the project, known by its bytes. */
export interface ImageFile {
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
  /** Pixels as uploaded: EXIF orientation applied, scaled down to the configured width. */
  readonly width: number
  readonly height: number
  /** The alternative text of its first use; the empty string for a featured image. */
  readonly alt: string
  /** The caption of that use; the empty string where there is none. */
  readonly caption: string
}

/** What a link to an article can be written with. */
export interface PostAddress {
  readonly key: string
  /** `/`-separated path relative to the project. */
  readonly path: string
  readonly slug: string
  readonly id: number | undefined
}
