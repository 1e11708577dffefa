/** The nouns of a WordPress site, decoded from its wire shapes. */
import type { LiveFields, RevisedName, StoredFields } from '../fields/registry.ts'
import type { Term } from '../posts/types.ts'

export interface RemoteTerm extends Term {
  readonly id: number
  readonly slug: string
  /** Id of the parent category; 0 where there is none. */
  readonly parent: number
}

/** A text of a picture that an article gives and its attachment keeps. */
export type AttachmentText = 'alt' | 'caption'

/** An attachment that holds a picture of ours. */
export interface Attachment {
  readonly id: number
  readonly slug: string
  /** Of its file; the empty string where it has none. */
  readonly url: string
  readonly alt: string
  /** Plain text; the empty string where our user may not edit the picture, since then it cannot be read. */
  readonly caption: string
  /** Id of the user who uploaded it; 0 where the site does not say. */
  readonly author: number
  /** Size of the file; WordPress tells it of what was uploaded to 6.0 or newer. */
  readonly bytes?: number | undefined
  /** Whether it is without some of the smaller pictures that WordPress makes of one, as far as it tells our user. */
  readonly lacksSizes?: boolean | undefined
}

/** A picture on its way to the site. */
export interface Upload extends Readonly<Record<AttachmentText, string>> {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Of the file. */
  readonly name: string
  readonly mimeType: string
  readonly slug: string
  readonly title: string
}

/** An older or the present version of a post's texts, as WordPress keeps it. */
export interface Revision extends Pick<StoredFields, RevisedName> {
  readonly id: number
  /** Wall-clock time of the site. */
  readonly date: string
  /** Id of the user who saved it. */
  readonly author: number
}

/** A post as the site has it, decoded from WordPress's wire shape (`context=edit`). */
export interface RemotePost extends StoredFields {
  readonly id: number
  readonly modifiedGmt: string
  /** Where the post can be read now. */
  readonly link: string
  /**
   * Where it will be read once public; differs from `link` for drafts. `%postname%` stands for the slug. Of a published post
   * that was listed in parts it is the link.
   */
  readonly permalinkTemplate: string
}

/** A post without what WordPress takes longer for than for all the rest. */
export type LightPost = Omit<RemotePost, 'content'>

/** What is known of posts from before. */
export interface KnownPosts {
  /** Their dates are wall-clock times of the site; some of this may be otherwise by now. */
  readonly posts: readonly Pick<RemotePost, 'id' | 'date' | 'status'>[]
  /** The whole of a post that was read without its content; `undefined` where its content has to be read. */
  readonly recall: (light: LightPost) => RemotePost | undefined
}

/**
 * What an id belongs to, as WordPress names the types of posts; plugins have more of them. `none` where there is nothing,
 * or something that the REST API does not show: a revision, or an item of a type that is not for it.
 */
export type PostKind = 'post' | 'page' | 'attachment' | 'none' | (string & {})

/** The fields of a post that a write may set; what is absent stays as it is on the site. */
export type PostFields = Partial<LiveFields>

/** Who the site takes us for, and what it lets us do. */
export interface RemoteUser {
  readonly id: number
  readonly name: string
  readonly capabilities: ReadonlySet<string>
}

/** What a user is called: for people, and in the addresses of the site, which "author" of an article takes, too. */
export interface UserName {
  readonly name: string
  readonly slug: string
}

/** Who saved a revision and when (UTC); an autosave is what somebody typed and did not save. */
export interface RevisionFacts {
  readonly author: number
  readonly modifiedGmt: string
  readonly isAutosave: boolean
}

/** What a site says of itself in the index of its REST API. */
export interface SiteFacts {
  /** Public address of the blog, without a trailing slash. */
  readonly home: string
  /** IANA name; empty where the site is set to a fixed offset. */
  readonly timezone: string
  /** Hours east of UTC, now. */
  readonly gmtOffset: number
  /** False where WordPress accepts none: on a site without https, or where a plugin switched them off. */
  readonly hasApplicationPasswords: boolean
  /** How many writes it takes in one request at most (/batch/v1); 1 where it takes no more. */
  readonly mostTogether: number
}
