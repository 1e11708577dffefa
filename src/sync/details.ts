import type { Media, Taxonomy } from '../posts/types.ts'
import { fillReferences, listReferences } from '../render/references.ts'
import type { RenderedPost } from '../render/types.ts'
import type { FieldName, PictureText, RemotePost } from '../site/types.ts'
import { liveFields } from './fields.ts'
import { Ledger } from './ledger.ts'
import { type MovedAddress, movedAddress } from './moved-address.ts'
import type { Plan } from './plan-types.ts'
import type { EditedPost } from './read-lookups.ts'
import type { DesiredPost, Edit, Lookups, SiteState } from './types.ts'

/** Old and new value of one field of a post or text of a picture, as people know them: terms by name, pictures by file. */
export interface FieldChange {
  readonly name: FieldName | PictureText
  readonly before: string
  readonly after: string
}

/** Where a link between articles will lead. */
export interface LinkDetail {
  /** Path of the article that is linked to. */
  readonly path: string
  /** Its address; `undefined` where it is known only once the article is on the site. */
  readonly url: string | undefined
}

/** What a plan means for one post, for whoever has to decide. */
export interface PostDetails {
  readonly fields: readonly FieldChange[]
  /** Links that the written content will hold. */
  readonly links: readonly LinkDetail[]
  readonly moved: MovedAddress | undefined
  /** The status that hides a post which is public now. */
  readonly unpublishes: string | undefined
  /** Who edited it on the site and when, where that matters and could be read. */
  readonly edit: Edit | undefined
}

/** By key; a post can be written in some fields and left alone in others. */
export interface PlanDetails {
  readonly written: ReadonlyMap<string, PostDetails>
  readonly left: ReadonlyMap<string, PostDetails>
}

/** For reports that do without. */
export const NO_LOOKUPS: Lookups = { edits: new Map(), pictures: new Map() }

/** What of a plan has to be looked up for its details: posts with a foreign edit, and unknown old pictures. */
export function neededLookups(plan: Plan, site: SiteState): { edited: EditedPost[]; pictures: number[] } {
  const edited = [...plan.drift, ...plan.conflicts].map(({ before: post, fields }) => ({ post, fields }))
  const known = new Set([...site.media.values()].map(({ id }) => id))
  const pictures = [...written(plan), ...left(plan)].flatMap(({ before, fields }) =>
    before !== undefined && fields.includes('featuredMedia') && !known.has(before.featuredMedia)
      ? [before.featuredMedia]
      : [],
  )
  return { edited, pictures: unique(pictures).filter((id) => id !== 0) }
}

/** Says for every post that a plan writes or leaves alone what is different, field by field. Pure. */
export function planDetails(
  plan: Plan,
  site: SiteState,
  rendered: readonly RenderedPost[],
  lookups: Lookups,
): PlanDetails {
  const ledger = new Ledger(plan, site)
  const paths = new Map(rendered.map(({ post }) => [post.key, post.file.path]))
  const files = new Map(rendered.flatMap(({ media }) => media.map((item) => [item.sha256, item] as const)))
  const names = { site, files, lookups }

  const describe = ({ before, after, fields, isWritten }: Affected): PostDetails => {
    const content = fillReferences(after.content, (reference) => {
      if (reference.kind === 'post') return ledger.permalink(reference.key) ?? paths.get(reference.key)
      const media = site.media.get(reference.key)
      if (reference.value === 'id') return media?.id.toString()
      return media?.url ?? files.get(reference.key)?.path
    })
    const changes = fields.flatMap((name): FieldChange[] => {
      const old = before === undefined ? '' : liveToText(name, before, names)
      return [{ name, before: old, after: name === 'content' ? content : wantedToText(name, after, names) }]
    })
    const targets = listReferences(after.content).flatMap(({ kind, key }) => (kind === 'post' ? [key] : []))
    const links = unique(targets).map((key) => ({ path: paths.get(key) ?? key, url: ledger.permalink(key) }))
    const hides = isWritten && fields.includes('status') && before?.status === 'publish'
    return {
      fields: changes,
      links: isWritten && fields.includes('content') ? links : [],
      moved: isWritten && before !== undefined ? movedAddress(before, after, fields) : undefined,
      unpublishes: hides ? after.status : undefined,
      edit: before === undefined ? undefined : lookups.edits.get(before.id),
    }
  }
  const byKey = (posts: readonly Affected[]): Map<string, PostDetails> =>
    new Map(posts.map((post) => [post.after.key, describe(post)]))
  return { written: byKey(written(plan)), left: byKey(left(plan)) }
}

interface Affected {
  readonly before: RemotePost | undefined
  readonly after: DesiredPost
  readonly fields: readonly FieldName[]
  readonly isWritten: boolean
}

function written(plan: Plan): Affected[] {
  return plan.changes.flatMap((change): Affected[] => {
    if (!('after' in change)) return []
    if ('before' in change) return [{ ...change, isWritten: true }]
    return [{ before: undefined, after: change.after, fields: ['content'], isWritten: true }]
  })
}

function left(plan: Plan): Affected[] {
  return [...plan.drift, ...plan.conflicts].map((item) => ({ ...item, isWritten: false }))
}

interface Names {
  readonly site: SiteState
  readonly files: ReadonlyMap<string, Media>
  readonly lookups: Lookups
}

function liveToText(name: FieldName, post: RemotePost, names: Names): string {
  const live = liveFields(post)
  switch (name) {
    case 'categories':
    case 'tags':
      return termsToText(live[name], name === 'tags' ? 'post_tag' : 'category', names.site)
    case 'featuredMedia':
      return pictureToText(live.featuredMedia, names)
    case 'author':
      return userToText(live.author, names.site)
    default:
      return plainToText(live[name])
  }
}

function wantedToText(name: FieldName, post: DesiredPost, { files }: Names): string {
  switch (name) {
    case 'categories':
    case 'tags':
      return listToText((post[name] ?? []).map((term) => term.name))
    case 'featuredMedia':
      return post.featuredImage === undefined ? 'none' : (files.get(post.featuredImage)?.path ?? 'a picture')
    default:
      return plainToText(post[name])
  }
}

function termsToText(ids: readonly number[], taxonomy: Taxonomy, site: SiteState): string {
  const terms = ids.map((id) => site.terms.find((term) => term.id === id && term.taxonomy === taxonomy))
  return listToText(terms.map((term, index) => term?.name ?? `term ${ids[index]}`))
}

function listToText(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.toSorted((a, b) => (a < b ? -1 : 1)).join(', ')
}

function pictureToText(id: number, { site, files, lookups }: Names): string {
  if (id === 0) return 'none'
  const [sha256] = [...site.media].find(([, media]) => media.id === id) ?? []
  const path = sha256 === undefined ? undefined : files.get(sha256)?.path
  return path ?? lookups.pictures.get(id) ?? `attachment ${id}`
}

function userToText(id: number, { authors }: SiteState): string {
  return [...authors].find(([, author]) => author === id)?.[0] ?? `user ${id}`
}

function plainToText(value: string | number | boolean | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value ?? '').replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})$/, '$1 $2')
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}
