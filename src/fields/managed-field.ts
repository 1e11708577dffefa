import type * as z from 'zod'
import type {
  ArticleSource,
  BodyComparison,
  CanonicalContext,
  DesireContext,
  LiveContext,
  NewFileContext,
  PullContext,
  ResolveContext,
  TextContext,
} from './contexts.ts'

/**
 * Everything there is to know of one managed field of a post, on its way from the front matter to the site and
 * back. registry.ts lists the records; whatever goes through the fields, types included, is derived from that.
 *
 * @typeParam Key the field's keys in the front matter
 * @typeParam Article its value in a `Post`
 * @typeParam Desired its value in a `DesiredPost`; `undefined` leaves it to WordPress
 * @typeParam Live its value as it is compared, hashed and written
 * @typeParam Stored its value in a `RemotePost`
 */
export interface ManagedField<
  Key extends string,
  Article,
  Desired = Article,
  Live = NonNullable<Desired>,
  Stored = Live,
> {
  /** `undefined` for what the body says. */
  readonly frontMatter: FrontMatterPart<Key, Live> | undefined
  /** What an article says of it; `undefined` for what its body says, which is rendered. */
  readonly read: (source: ArticleSource<Key>) => Article

  /** `given`: only where the article says something of it; everything else is left to WordPress. */
  readonly managed: 'always' | 'given'
  /** What an article asks of the site, before any id is known. */
  readonly desire: (article: Article, context: DesireContext) => Desired
  /** Fills in the ids of a site; `undefined` where something does not exist yet, which `context.need` notes. */
  readonly resolve: (desired: Desired, context: ResolveContext) => Live | undefined

  /** Its place in a post of the REST API, `meta.footnotes`, and what stands there with `context=edit`. */
  readonly wire: {
    readonly path: string
    /** What to ask for of it, where that is less: `content` alone makes WordPress render every post. @default path */
    readonly ask?: string
    readonly schema: z.ZodType<Stored>
  }
  readonly toLive: (stored: Stored, context: LiveContext) => Live

  /** What is hashed, where two values that are not written alike mean the same. */
  readonly canonical?: (live: Live, context: CanonicalContext) => unknown
  /** What WordPress makes of a value by itself, which is no edit. */
  readonly turns?: { readonly from: Live; readonly to: Live }
  /** True where a difference between the article and the site is only one of form. */
  readonly isMereForm?: (comparison: BodyComparison) => boolean

  /**
   * For a value that stands on the site as ids: what it counts as where the article is as published and what it names
   * is gone from the site. `edited`: somebody renamed or deleted it there; `lost`: it is made and written again.
   */
  readonly whenGone?: 'edited' | 'lost'
  /** True where WordPress may store it otherwise than sent for users without unfiltered_html (wp_kses). */
  readonly isFiltered: boolean
  /** Told from what was sent and stored, where a value that is filtered can get lost as a whole. */
  readonly isLost?: (sent: Live, stored: Live) => boolean
  /**
   * `makes`: changing it makes a revision (_wp_post_revision_fields); `kept`: revisions hold it (meta with
   * `revisions_enabled`, WordPress 6.4).
   */
  readonly revision: 'makes' | 'kept' | 'none'
  /** True for what nobody but an editor changes; WordPress itself dates a post or gives it a slug. */
  readonly isOnlyEdited: boolean
  /** True for what a permalink can be made of, which a new post has as a draft already. */
  readonly isInDraft: boolean

  /** Both values as people know them, in a plan. */
  readonly text: {
    readonly live: (live: Live, context: TextContext) => string
    readonly desired: (desired: Desired, context: TextContext) => string
  }
}

/** A text that WordPress filters for limited users and keeps revisions of. */
export interface TextField<Key extends string, Article, Desired = Article, Stored = string>
  extends ManagedField<Key, Article, Desired, string, Stored> {
  readonly isFiltered: true
  readonly revision: 'makes' | 'kept'
}

/** A field that WordPress stores as it is sent, or not at all. */
export interface ValueField<
  Key extends string,
  Article,
  Desired = Article,
  Live = NonNullable<Desired>,
  Stored = Live,
> extends ManagedField<Key, Article, Desired, Live, Stored> {
  readonly isFiltered: false
  readonly revision: 'none'
}

/** A field in the front matter of an article. */
export interface FrontMatterPart<Key extends string, Live> {
  readonly key: Key
  /** What the key is for, as editors show it. */
  readonly help: KeyHelp
  /** Its other names, which the rule key-alias points out. */
  readonly aliases: readonly string[]
  /** Keys of their own that say the same and take its place. */
  readonly instead?: readonly Key[]
  /** What Hugo, Jekyll, Zenn and Qiita call it. */
  readonly elsewhere?: Readonly<Record<string, Key>>
  /** How its text looks, as a regular expression of JSON Schema, where that can be told. */
  readonly pattern?: string
  /** One text, a list of texts, or one of a few values, which the rule `KEY-known` sees to. */
  readonly takes: 'text' | 'list' | ClosedList
  /** The value after an edit on the site was taken over. */
  readonly pull: (live: Live, context: PullContext) => FrontMatterValue
  /** The value in the file of a post that is brought here for the first time; nothing where it goes without saying. */
  readonly pullNew: (live: Live, context: NewFileContext) => FrontMatterValue
  /** The field that stands above it in such a file; default: the one before it in the registry. */
  readonly below?: string
}

/** A sentence or two on a key, in Markdown, in the languages of those who write. */
export interface KeyHelp {
  readonly en: string
  readonly ja: string
}

export interface ClosedList {
  readonly values: readonly string[]
  /** Other words for a value, as authors use them. */
  readonly words?: Readonly<Record<string, string>>
}

/** What a key of the front matter says: a text, a list, or nothing, which leaves the key out. */
export type FrontMatterValue = string | readonly string[] | undefined
