/** All the nouns on one page. Types only: what they mean, never what is done with them. */
import type { Root as MdastRoot } from 'mdast'
import type { VFile } from 'vfile'
import type { Document } from 'yaml'
import type { Settings } from './config-schema.ts'
import type { Field } from './posts/fields.ts'

// ---- The project ----------------------------------------------------------------------------------

/** wp.config.json with every default filled in, and where it was found. */
export interface Config extends Settings {
  /** Absolute path of the project: the folder that holds wp.config.json. */
  readonly root: string
  /** Absolute path of wp.config.json itself. */
  readonly file: string
}

// ---- Articles, as files ---------------------------------------------------------------------------

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

/** An article as it was read: nothing judged yet, everything with its position in the file. */
export interface SourcePost extends SourceHead {
  /** The front matter as plain data. Every scalar is the text that was written (YAML failsafe schema). */
  readonly frontMatter: unknown
  /** The YAML document, for positions; `undefined` where there is no readable front matter. */
  readonly yaml: FrontMatterDocument | undefined
  /** Where the body begins in the file, in UTF-16 units; 0 where the front matter's end is not known. */
  readonly bodyOffset: number
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
  /** Path of the parent category, `A > B`, as far as the article or the configuration gives it. */
  readonly parentPath?: string | undefined
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
  /** Pixels as uploaded: EXIF orientation applied, scaled down to the configured width. */
  readonly width: number
  readonly height: number
  /** The alternative text of its first use; the empty string for a featured image. */
  readonly alt: string
  /** The caption of that use; the empty string where there is none. */
  readonly caption: string
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
  /** What `pull` noted of fields it took over from the site, see sync/pulled.ts. */
  readonly pulled?: string | undefined
  /** Pictures of the body, by the address as it stands in the Markdown tree. */
  readonly images: ReadonlyMap<string, Media>
}

/** What a link to an article can be written with. */
export interface PostAddress {
  readonly key: string
  /** `/`-separated path relative to the project. */
  readonly path: string
  readonly slug: string
  readonly id: number | undefined
}

// ---- Articles, as content -------------------------------------------------------------------------

/**
 * Text in which addresses and ids that only a site knows stand as references, see render/references.ts.
 * The same article gives the same template, byte for byte, on every machine and for every site.
 */
export type ContentTemplate = string

export interface RenderedPost {
  readonly post: Post
  /** What every site can show; notes are plain links. */
  readonly content: ContentTemplate
  /** What sites with the core footnotes block get; absent where there are no notes, or none that it can hold. */
  readonly core?: CoreFootnotes
  /** Plain text: the front matter's excerpt, or the first paragraph. */
  readonly excerpt: string
  /** Every picture the content needs, featured image included, each once. */
  readonly media: readonly Media[]
  /** Keys of the articles that the content links to, each once. */
  readonly links: readonly string[]
}

/** An article with its notes in the core footnotes block (WordPress 6.3). */
export interface CoreFootnotes {
  readonly content: ContentTemplate
  /** The post meta `footnotes`: a JSON list of ids and texts, in which references stand as in the content. */
  readonly footnotes: ContentTemplate
}

/** What a link in an article means, once the whole folder is known. */
export type LinkTarget =
  | { readonly kind: 'post'; readonly key: string; readonly hash: string }
  /** An address on the site being written for that no local article claims. */
  | { readonly kind: 'own-site'; readonly url: string; readonly isPost: boolean }
  | { readonly kind: 'external'; readonly url: string }
  /** `#section` in the same article; hashes are decoded and begin with `#`. */
  | { readonly kind: 'anchor'; readonly hash: string }
  /** A relative path to an article or file that is not there. */
  | { readonly kind: 'missing'; readonly path: string }
  /** mailto:, tel: and the like. */
  | { readonly kind: 'other'; readonly url: string }

// ---- The site -------------------------------------------------------------------------------------

export interface RemoteTerm extends Term {
  readonly id: number
  readonly slug: string
  /** Id of the parent category; 0 where there is none. */
  readonly parent: number
}

/** A text of a picture that an article gives and its attachment keeps. */
export type PictureText = 'alt' | 'caption'

/** An attachment that holds a picture of ours. */
export interface RemoteMedia {
  readonly id: number
  readonly slug: string
  readonly url: string
  readonly alt: string
  /** Plain text; the empty string where our user may not edit the picture, since then it cannot be read. */
  readonly caption: string
  /** Id of the user who uploaded it; 0 where the site does not say. */
  readonly author: number
  /** Size of the file; WordPress tells it of what was uploaded to 6.0 or newer. */
  readonly bytes?: number | undefined
}

/** An older or the present version of a post's texts, as WordPress keeps it. */
export interface Revision {
  readonly id: number
  /** Wall-clock time of the site. */
  readonly date: string
  /** Id of the user who saved it. */
  readonly author: number
  readonly title: string
  readonly content: string
  readonly excerpt: string
  /** As in `RemotePost`; WordPress keeps it with revisions from 6.4 on. */
  readonly footnotes?: string
}

/** A post as the site has it, decoded from WordPress's wire shape (`context=edit`). */
export interface RemotePost {
  readonly id: number
  readonly title: string
  readonly content: string
  readonly excerpt: string
  readonly slug: string
  readonly status: PostStatus | 'trash'
  /** Wall-clock time of the site, without a zone. */
  readonly date: string
  readonly modifiedGmt: string
  readonly categories: readonly number[]
  readonly tags: readonly number[]
  /** 0 where there is none. */
  readonly featuredMedia: number
  readonly author: number
  readonly sticky: boolean
  readonly commentStatus: string
  readonly format: string
  /** Where the post can be read now. */
  readonly link: string
  /** Where it will be read once public; differs from `link` for drafts. `%postname%` stands for the slug. */
  readonly permalinkTemplate: string
  /** The notes of the core footnotes block as JSON; absent where the site has no such block. */
  readonly footnotes?: string | undefined
}

/** The fields of a post that a write may set; what is absent stays as it is on the site. */
export interface PostFields {
  readonly title?: string
  readonly content?: string
  readonly excerpt?: string
  readonly slug?: string
  readonly status?: PostStatus | 'trash'
  /** Wall-clock time of the site. */
  readonly date?: string
  readonly categories?: readonly number[]
  readonly tags?: readonly number[]
  readonly featuredMedia?: number
  readonly author?: number
  readonly sticky?: boolean
  readonly commentStatus?: string
  readonly format?: string
  /** JSON; an empty text where there are no notes. */
  readonly footnotes?: string
}

export type FieldName = keyof PostFields

/** Who the site takes us for, and what it lets us do. */
export interface RemoteUser {
  readonly id: number
  readonly name: string
  readonly capabilities: ReadonlySet<string>
}

/** What the planner needs to know of the site; nothing else is read. */
export interface SiteState {
  readonly url: string
  /** True where the site is the one of the configuration, so that `id` in front matter applies. */
  readonly isConfiguredSite: boolean
  readonly user: RemoteUser
  readonly terms: readonly RemoteTerm[]
  /** Posts that carry one of our markers, or an id or slug that an article names. */
  readonly posts: readonly RemotePost[]
  /** Attachments by the sha256 of the local picture. */
  readonly media: ReadonlyMap<string, RemoteMedia>
  /** Ids of the users that articles name as author, by that name. */
  readonly authors: ReadonlyMap<string, number>
  /** True where posts keep the notes of the core footnotes block. */
  readonly hasFootnotes?: boolean
}

// ---- Plan and outcome -----------------------------------------------------------------------------

/**
 * An article as it should be on the site, before ids are known: terms by name, pictures by hash, links by key.
 * Fields that the article leaves to WordPress are `undefined`.
 */
export interface DesiredPost {
  readonly key: string
  /** Path of the article, for messages. */
  readonly path: string
  readonly title: string
  readonly content: ContentTemplate
  readonly excerpt: string | undefined
  readonly slug: string
  readonly status: PostStatus
  readonly date: string | undefined
  readonly categories: readonly Term[] | undefined
  readonly tags: readonly Term[]
  /** sha256 of the featured picture. */
  readonly featuredImage: string | undefined
  readonly author: string | undefined
  readonly sticky: boolean | undefined
  readonly commentStatus: string | undefined
  readonly format: string | undefined
  /** Absent where the site has no core footnotes block. */
  readonly footnotes?: ContentTemplate | undefined
  /** As in `Post`. */
  readonly pulled?: string | undefined
}

/** One thing to do. Changes refer to each other by name, hash or key, never by an id that is not there yet. */
export type Change =
  | { readonly kind: 'create-term'; readonly term: Term; readonly parent: string | undefined }
  | { readonly kind: 'upload-media'; readonly media: Media }
  | {
      readonly kind: 'update-media'
      readonly before: RemoteMedia
      readonly media: Media
      /** The texts to write. */
      readonly fields: readonly PictureText[]
    }
  | { readonly kind: 'create-post'; readonly after: DesiredPost }
  | {
      readonly kind: 'update-post'
      readonly before: RemotePost
      readonly after: DesiredPost
      /** The fields to write; every other field stays as the site has it. */
      readonly fields: readonly FieldName[]
    }
  /** To the trash, from where WordPress can restore it; never deleted for good. */
  | { readonly kind: 'trash-post'; readonly before: RemotePost }

/** A post that is on the site already, as the plan found it. */
export interface FoundPost {
  readonly key: string
  readonly path: string
  readonly slug: string
  readonly id: number
  readonly link: string
}

/** Fields that were edited in wp-admin and are left alone. */
export interface Drift extends FoundPost {
  readonly fields: readonly FieldName[]
  readonly before: RemotePost
  readonly after: DesiredPost
}

/** A post that is not written at all, and why. */
export interface Conflict extends FoundPost {
  readonly reason: 'both-edited' | 'unmanaged' | 'slug-taken'
  readonly fields: readonly FieldName[]
  readonly before: RemotePost
  readonly after: DesiredPost
  /** The post that has the slug, where that is not the one that was found. */
  readonly holder?: { readonly id: number; readonly link: string }
}

/** A post that was published from a file which is gone; left alone unless it is pruned. */
export interface Orphan {
  /** Key of the file that it was published from. */
  readonly key: string
  readonly slug: string
  readonly id: number
  readonly link: string
}

/** A picture whose article has a new text for it, which the site keeps from taking that. */
export interface KeptPicture {
  readonly path: string
  /** Slug of the article that decides over the picture's texts. */
  readonly slug: string
  readonly id: number
  readonly fields: readonly PictureText[]
  /** `edited`: it has one that was not published from here; `foreign`: it is another user's, and ours may not edit it. */
  readonly reason: 'edited' | 'foreign'
}

/** An article that would go public, and is kept back because the other language of its pair is not ready. */
export interface Held {
  readonly key: string
  readonly slug: string
  readonly pair: string
  /** Within a sentence, such as `there is no article in "en"`. */
  readonly reason: string
}

/** What publishing would do, in an order that satisfies every dependency. */
export interface Plan {
  readonly site: string
  readonly changes: readonly Change[]
  readonly unchanged: readonly FoundPost[]
  readonly drift: readonly Drift[]
  readonly conflicts: readonly Conflict[]
  readonly orphans: readonly Orphan[]
  readonly keptPictures: readonly KeptPicture[]
  readonly held: readonly Held[]
  /** Keys of the articles that go public in this run together or not at all, pair by pair. */
  readonly together: readonly (readonly string[])[]
}

/** A text that WordPress stored otherwise than it was sent: what its filter cut for limited users. */
export interface AlteredField {
  readonly name: 'title' | 'content' | 'excerpt' | 'footnotes'
  readonly sent: string
  readonly stored: string
}

export interface Outcome {
  readonly change: Change
  readonly status: 'applied' | 'failed' | 'skipped'
  /** The id and address that the site gave; for posts the permalink. */
  readonly id?: number
  readonly link?: string
  readonly altered?: readonly AlteredField[]
  readonly error?: Error
}

// ---- What only the report of a plan needs ---------------------------------------------------------

/** An edit on the site. */
export interface Edit {
  /** `undefined` where the login may not see it. */
  readonly by: string | undefined
  /** Wall-clock time of the site, `2026-11-24T11:00`. */
  readonly at: string
}

/** What is read for the sake of the report only. */
export interface Lookups {
  /** By post id. */
  readonly edits: ReadonlyMap<number, Edit>
  /** File names of attachments that no article here uses, by id. */
  readonly pictures: ReadonlyMap<number, string>
}
