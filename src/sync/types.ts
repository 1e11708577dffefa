/** The nouns of planning and applying. */

import type { UserError } from '../errors.ts'
import type { DesiredFields, FieldName, FilteredName } from '../fields/registry.ts'
import type {
  Attachment,
  AttachmentText,
  PostKind,
  RemotePost,
  RemoteTerm,
  RemoteUser,
} from '../site/types.ts'
import type { Recalled } from './kept-posts.ts'
import type { Ownership, Publishers } from './ownership.ts'
import type { RememberedPost } from './remembered.ts'

/** What the planner needs to know of the site; nothing else is read. */
export interface SiteState extends Ownership {
  readonly url: string
  /** True where the site is the one of the configuration, so that `id` in front matter applies. */
  readonly isConfiguredSite: boolean
  readonly user: RemoteUser
  readonly terms: readonly RemoteTerm[]
  /** Posts that carry one of our markers, or an id or slug that an article names. */
  readonly posts: readonly RemotePost[]
  /** Whose posts may be ours. */
  readonly publishers: Publishers
  /** What stands under the ids that articles give, or that are remembered, and that are not among `posts`. */
  readonly kinds: ReadonlyMap<number, PostKind>
  /** What is known of posts that were read without their contents, by id. @default all have been read whole */
  readonly recalled?: ReadonlyMap<number, Recalled>
  /** Posts that were published from here once, by the keys of their articles; one that is not among `posts` is gone. */
  readonly remembered: ReadonlyMap<string, RememberedPost>
  /** Attachments by the sha256 of the local picture, or by the address that an article names one by. */
  readonly media: ReadonlyMap<string, Attachment>
  /** Ids of the users that articles name as author, by that name; those that the site does not have are left out. */
  readonly authors: ReadonlyMap<string, number>
  /** Articles of which it is not known whether the site has a picture of theirs, by key. */
  readonly unread?: ReadonlyMap<string, UnreadPicture>
  /** True where posts keep the notes of the core footnotes block. */
  readonly hasFootnotes?: boolean
  /** Whether it has the math block (WordPress 6.9), as far as an article here has formulas. */
  readonly hasMath?: boolean
}

/**
 * An article as it should be on the site, before ids are known: terms by name, pictures by hash, links by key.
 * Fields that the article leaves to WordPress are `undefined`.
 */
export interface DesiredPost extends DesiredFields {
  readonly key: string
  /** Path of the article, for messages. */
  readonly path: string
  /** As in `Post`. */
  readonly pulled?: string | undefined
}

/** A change that writes an article, as a new post or as the one that is there; each kind has more of its own. */
export interface ArticleChange {
  readonly kind: string
  readonly after: DesiredPost
  /** Absent for a new post. */
  readonly before?: RemotePost
  /** The fields that are written; absent for a new post, which is written whole. */
  readonly fields?: readonly FieldName[]
}

/** A post that is on the site as its article asks for. */
export interface Unchanged extends FoundPost {
  /** By what that was decided, see grounds.ts. */
  readonly grounds: string
}

/** A post that is on the site already, as the plan found it. */
export interface FoundPost {
  readonly key: string
  readonly path: string
  readonly slug: string
  readonly id: number
  readonly link: string
  readonly status: RemotePost['status']
}

/** Fields that were edited in wp-admin and are left alone. */
export interface Drift extends FoundPost {
  readonly fields: readonly FieldName[]
  readonly before: RemotePost
  readonly after: DesiredPost
}

/** A post that is not written at all, and why. */
export interface Conflict extends FoundPost {
  /** `foreign`: it is another user's, who is not known to publish this folder. */
  readonly reason: 'both-edited' | 'unmanaged' | 'slug-taken' | 'foreign' | 'picture-unread'
  readonly fields: readonly FieldName[]
  readonly before: RemotePost
  readonly after: DesiredPost
  /** The post that has the slug, where that is not the one that was found. */
  readonly holder?: { readonly id: number; readonly link: string }
  /** The picture that could not be compared, where that is the reason. */
  readonly unread?: UnreadPicture | undefined
}

/** A picture that may be the one that the post shows, which could not be read. */
export interface UnreadPicture {
  /** Of the file of the project. */
  readonly path: string
  /** Of the file of the site. */
  readonly url: string
  /** Within a sentence: `the site answered 403`. */
  readonly reason: string
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
  readonly fields: readonly AttachmentText[]
  /** `edited`: it has one that was not published from here; `foreign`: it is another user's, and ours may not edit it. */
  readonly reason: 'edited' | 'foreign'
}

/** An article that is not written at all, since something about it, and not about its post, is wrong. */
export interface Refused {
  readonly key: string
  readonly path: string
  readonly slug: string
  /** Its post, where it has one for certain; others may link there. */
  readonly id?: number
  /** What is wrong, with the way out as its advice. */
  readonly error: UserError
  /** True where that is no failure of the run: a draft that is not finished. */
  readonly isExpected?: boolean
}

/** An article that would go public, and is kept back because the other language of its pair is not ready. */
export interface Held {
  readonly key: string
  readonly slug: string
  readonly pair: string
  /** Within a sentence, such as `there is no article in "en"`. */
  readonly reason: string
}

/** A text that WordPress stored otherwise than it was sent: what its filter cut for limited users. */
export interface AlteredField {
  readonly name: FilteredName
  readonly sent: string
  readonly stored: string
}

/** What became of a change. */
export interface Result {
  readonly status: 'applied' | 'failed' | 'skipped'
  /** The id and address that the site gave; for posts the permalink. */
  readonly id?: number
  readonly link?: string
  readonly altered?: readonly AlteredField[]
  readonly error?: Error
}

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
  /** What the site calls users in addresses, by id; "author" and "publishers" take that. */
  readonly users: ReadonlyMap<number, string>
}
