import type { Taxonomy, Term } from '../posts/types.ts'
import type { Pace } from './pace.ts'
import type {
  Attachment,
  AttachmentText,
  KnownPosts,
  PostFields,
  PostKind,
  RemotePost,
  RemoteTerm,
  RemoteUser,
  Revision,
  RevisionFacts,
  SiteFacts,
  Upload,
  UserName,
} from './types.ts'

/**
 * A WordPress site as planning, applying and pulling use it; `Client` speaks to one by its REST API.
 *
 * Every method may throw a SiteError: the site cannot be reached, or refuses.
 */
export interface Site {
  /** Address of the blog, without a trailing slash. */
  readonly url: string
  /** The time there, UTC, in the form of `modifiedGmt`. */
  readonly clock: () => string
  /** What the site says of itself. */
  readonly facts: SiteFacts
  /** Who we are logged in as; asking for it proves the login, since public reads prove nothing. */
  readonly user: RemoteUser
  /** How many changes are to be under way at the same time. */
  readonly pace: Pick<Pace, 'requests' | 'together' | 'writes'>
  /**
   * Waits before a write is looked for that failed, and tells whoever is waiting; no write is repeated by itself.
   *
   * @param attempt how many tries there were
   * @throws `error` itself where it will not pass, or came too often
   */
  readonly waitToRetry: (error: unknown, attempt: number) => Promise<void>

  /** The id of the user with that login name, slug or number; refused where our user may not find out. */
  readonly findAuthor: (name: string) => Promise<number | undefined>
  /** Whether the site has a block of that name, `core/footnotes`. */
  readonly hasBlock: (name: string) => Promise<boolean>
  /** Every term of a taxonomy, the lowest id first. */
  readonly listTerms: (taxonomy: Taxonomy) => Promise<RemoteTerm[]>
  /** Creates a term, or takes the one that exists under that name; `isNew` tells which. */
  readonly createTerm: (
    term: Term,
    parent: number | undefined,
  ) => Promise<{ remote: RemoteTerm; isNew: boolean }>
  /** True where a post in any status, the trash included, has the term. */
  readonly isTermUsed: (term: RemoteTerm) => Promise<boolean>
  /** Deletes a term for good, since terms have no trash; one that the user may not delete stays. */
  readonly deleteTerm: (term: RemoteTerm) => Promise<void>
  /**
   * Posts whose content holds `text` in any status, the trash included.
   *
   * @param known the contents of those that it recalls are not read
   */
  readonly searchPosts: (text: string, known?: KnownPosts) => Promise<RemotePost[]>
  readonly listPostsBySlug: (slugs: readonly string[]) => Promise<RemotePost[]>
  readonly listPostsById: (ids: readonly number[]) => Promise<RemotePost[]>
  /** Whether a post has that id, also one that our user may not read; one request, where `kindOfId` takes a dozen. */
  readonly hasPost: (id: number) => Promise<boolean>
  /** What has that id: lists of posts leave out what is no post, and do not say why. */
  readonly kindOfId: (id: number) => Promise<PostKind>
  /** Every post of the site but those in the trash. */
  readonly listPosts: () => Promise<RemotePost[]>
  /** The revisions of a post, the newest first; empty where the site keeps none. */
  readonly listRevisions: (id: number) => Promise<Revision[]>
  /** The newest revisions of a post whose texts hold `text`, the newest first. */
  readonly searchRevisions: (id: number, text: string) => Promise<Revision[]>
  /** What users are called, by id; those that our user may not see are left out. */
  readonly readUsers: (ids: readonly number[]) => Promise<ReadonlyMap<number, UserName>>
  readonly readPost: (id: number) => Promise<RemotePost>
  /** The newest revisions of a post, newest first; refused for posts that the user may not edit. */
  readonly listRevisionFacts: (id: number) => Promise<RevisionFacts[]>
  /** The display name of a user; refused for users that the login may not see. */
  readonly readUserName: (id: number) => Promise<string>
  /** Creates a post; never repeated by itself. */
  readonly createPost: (fields: PostFields) => Promise<RemotePost>
  readonly updatePost: (id: number, fields: PostFields) => Promise<RemotePost>
  /** Moves a post to the trash, from where it can be restored; one that is there already stays there. */
  readonly trashPost: (id: number) => Promise<void>
  /** Attachments with one of these slugs, the lowest id first; those of other users, too. */
  readonly listMediaBySlug: (slugs: readonly string[]) => Promise<Attachment[]>
  readonly listMediaById: (ids: readonly number[]) => Promise<Attachment[]>
  /** The picture of which that is a file, in any size; `undefined` where there is none. */
  readonly findMediaByUrl: (url: string) => Promise<Attachment | undefined>
  /**
   * The bytes of a public file of the site, asked for without our login; `undefined` where there is no such file.
   * Refused where it cannot be read: it is on another host, too large, or not public.
   */
  readonly download: (url: string) => Promise<Buffer | undefined>
  /** Uploads a picture complete with all that its attachment holds; never repeated by itself. */
  readonly uploadMedia: (upload: Upload) => Promise<Attachment>
  /** Has WordPress make the smaller pictures that one is without; as often as is liked. */
  readonly makeSizes: (id: number) => Promise<Attachment>
  /** Writes texts of a picture; those that are not given stay. */
  readonly updateMedia: (id: number, texts: Partial<Record<AttachmentText, string>>) => Promise<Attachment>
  /** Deletes an attachment with its files for good, since WordPress keeps no trash for them. */
  readonly deleteMedia: (id: number) => Promise<void>
}
