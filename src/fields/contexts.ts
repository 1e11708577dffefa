/** What the rooms lend to the records of the fields, which import none of them. */
import type { Category } from '../posts/category-paths.ts'
import type { LibraryPicture } from '../posts/library-picture.ts'
import type { ImageFile, PostStatus, Taxonomy, Term } from '../posts/types.ts'

/** The front matter of an article, and what its values mean something by. */
export interface ArticleSource<Key extends string> {
  /** The text of a key or one of its aliases; `undefined` where it is not given, empty, or not text. */
  readonly text: (key: Key) => string | undefined
  /** The items of a list. */
  readonly items: (key: Key) => readonly { readonly text: string }[]
  /** True where an author wrote `""`, which is not the same as leaving the value out. */
  readonly isEmptyOnPurpose: (key: Key) => boolean
  /** The slug that is given, or the name of the file. */
  readonly slug: string
  /** The status of an article that gives none. */
  readonly status: PostStatus
  /** IANA name of the site's zone. */
  readonly timezone: string
  /** The closed list, where there is one. */
  readonly categories: readonly Category[] | undefined
  /** The picture at an address as it stands in the article. */
  readonly picture: (address: string) => ImageFile | undefined
  /** The picture of the site's media library at an address as it stands in the article. */
  readonly libraryPicture: (address: string) => LibraryPicture | undefined
  /** The picture that stands for the article where it names none. */
  readonly ownPicture: ImageFile | undefined
}

/** An article as it was rendered, and the moment and the site that it is meant for. */
export interface DesireContext {
  readonly rendered: {
    readonly content: string
    readonly core?: { readonly content: string; readonly footnotes: string }
    readonly excerpt: string
  }
  /** As in `Post`. */
  readonly date: string | undefined
  /** Milliseconds since 1970. */
  readonly now: number
  /** IANA name of the site's zone. */
  readonly timezone: string
  /** Whether the site keeps the notes of the core footnotes block. */
  readonly hasFootnotes: boolean
}

/** What a site has at some moment; each answers `undefined` for what does not exist yet. */
export interface ResolveContext {
  readonly term: (term: Term) => number | undefined
  /** @param key its sha256, or its address in the site's media library */
  readonly picture: (key: string) => number | undefined
  readonly author: (name: string) => number | undefined
  /** Notes what is missing, by a name for people, and gives the value on. */
  readonly need: <T>(value: T | undefined, kind: 'term' | 'media' | 'author', name: string) => T | undefined
  /** The texts with ids and addresses filled in; `undefined` as long as one of them is not known. */
  readonly body: { readonly content: string | undefined; readonly footnotes: string | undefined }
}

export interface LiveContext {
  readonly removeMarker: (content: string) => string
}

export interface CanonicalContext {
  /** What a content says, as one version of the block editor spells it, whichever wrote it. */
  readonly toOneSpelling: (content: string) => string
}

/** An article's body beside that of its post. */
export interface BodyComparison {
  /** True where a reader is shown the same. */
  readonly saysTheSame: () => boolean
  /** True where its blocks have the same settings, too, those that no Markdown says included. */
  readonly isSetTheSame: () => boolean
  readonly isSameContent: boolean
  /** True where the field stands on the site as it was last published. */
  readonly isAsPublished: boolean
  /** True where the file took the field over from the site. */
  readonly isPulled: boolean
  /** True where the content will be written. */
  readonly isContentWritten: boolean
}

/** Names for ids; each answers `undefined` for what it does not know. */
export interface TextContext extends CanonicalContext {
  readonly term: (id: number, taxonomy: Taxonomy) => string | undefined
  /** The file of an attachment. */
  readonly attachment: (id: number) => string | undefined
  /** The path of a picture of the project; the address of one of the media library. */
  readonly picture: (key: string) => string | undefined
  readonly user: (id: number) => string | undefined
  /** A template with its references written as far as they are known. */
  readonly fill: (template: string) => string
}

/** What ids of the site are called here. */
export interface PullContext {
  readonly term: (id: number, taxonomy: Taxonomy) => Term | undefined
  /** The path of an attachment's picture, relative to the article. */
  readonly picture: (id: number) => string | undefined
}

export interface NewFileContext extends PullContext {
  readonly status: PostStatus | 'trash'
  /** The excerpt that the first paragraph gives. */
  readonly derivedExcerpt: string
  /** The closed list, where there is one. */
  readonly categories: readonly Category[] | undefined
}
