import { carryAdditions, notesLacking } from '../content/additions/carry-additions.ts'
import { settingsApart, settingToText } from '../content/block-settings.ts'
import { toOneSpelling } from '../content/one-spelling.ts'
import type { TextContext } from '../fields/contexts.ts'
import { FIELDS, type FieldName } from '../fields/registry.ts'
import { say } from '../language/say.ts'
import { isWebAddress } from '../posts/library-picture.ts'
import type { ImageFile } from '../posts/types.ts'
import { fillReferences, listReferences } from '../render/references.ts'
import type { ContentTemplate, RenderedPost } from '../render/types.ts'
import type { AttachmentText, RemotePost } from '../site/types.ts'
import { liveFields } from './fields.ts'
import { removeMarker } from './marker.ts'
import { type MovedAddress, movedAddress } from './moved-address.ts'
import type { Plan } from './plan-types.ts'
import type { EditedPost } from './read-lookups.ts'
import { RunState } from './run-state.ts'
import { isSkeleton } from './skeleton.ts'
import type { DesiredPost, Edit, Lookups, SiteState } from './types.ts'

/** Old and new value of one field of a post or text of a picture, as people know them: terms by name, pictures by file. */
export interface FieldChange {
  readonly name: FieldName | AttachmentText
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
  /** What of the written content's blocks and their settings no text shows: that the site alone has, and the article alone. */
  readonly settings: { readonly there: readonly string[]; readonly here: readonly string[] }
  /** The status that hides a post which is public now. */
  readonly unpublishes: string | undefined
  /** Who edited it on the site and when, where that matters and could be read. */
  readonly edit: Edit | undefined
}

/** True where more than texts differ. */
export function hasSettings({ settings }: PostDetails): boolean {
  return settings.there.length + settings.here.length > 0
}

/** By key; a post can be written in some fields and left alone in others. */
export interface PlanDetails {
  readonly written: ReadonlyMap<string, PostDetails>
  readonly left: ReadonlyMap<string, PostDetails>
  /** What the site calls users in addresses, by id, as far as the report needs it. */
  readonly users: ReadonlyMap<number, string>
}

/** For reports that do without. */
export const NO_LOOKUPS: Lookups = { edits: new Map(), pictures: new Map(), users: new Map() }

/** What of a plan has to be looked up for its details: posts with a foreign edit, and unknown old pictures. */
export function neededLookups(
  plan: Plan,
  site: SiteState,
): { edited: EditedPost[]; pictures: number[]; users: number[] } {
  const edited = [...plan.drift, ...plan.conflicts].map(({ before: post, fields }) => ({ post, fields }))
  const known = new Set([...site.media.values()].map(({ id }) => id))
  const pictures = [...written(plan), ...left(plan)].flatMap(({ before, fields }) =>
    before !== undefined && fields.includes('featuredMedia') && !known.has(before.featuredMedia)
      ? [before.featuredMedia]
      : [],
  )
  const users = [
    ...plan.conflicts.flatMap(({ reason, before }) => (reason === 'foreign' ? [before.author] : [])),
    ...plan.strangers.flatMap(({ reason, remote }) => (reason === 'author' ? [remote.author] : [])),
  ]
  return { edited, pictures: unique(pictures).filter((id) => id !== 0), users: unique(users) }
}

/** Says for every post that a plan writes or leaves alone what is different, field by field. Pure. */
export function planDetails(
  plan: Plan,
  site: SiteState,
  rendered: readonly RenderedPost[],
  lookups: Lookups,
): PlanDetails {
  const state = new RunState(plan, site)
  const paths = new Map(rendered.map(({ post }) => [post.key, post.file.path]))
  const files = new Map(rendered.flatMap(({ media }) => media.map((item) => [item.sha256, item] as const)))
  const fill = (template: ContentTemplate): string =>
    fillReferences(template, (reference) => {
      if (reference.kind === 'post') return state.permalink(reference.key) ?? paths.get(reference.key)
      const media = site.media.get(reference.key)
      if (reference.value === 'id') return media?.id.toString()
      return media?.url ?? files.get(reference.key)?.path
    })
  const names = namesOf(site, files, lookups, fill)

  const describe = ({ before, after, fields, isWritten }: Affected): PostDetails => {
    const live = before === undefined ? undefined : liveFields(before)
    const changeOf = <N extends FieldName>(name: N): FieldChange => ({
      name,
      before: live === undefined ? '' : FIELDS[name].text.live(live[name], names),
      after: FIELDS[name].text.desired(after[name], names),
    })
    const targets = listReferences(after.content).flatMap(({ kind, key }) => (kind === 'post' ? [key] : []))
    const links = unique(targets).map((key) => ({ path: paths.get(key) ?? key, url: state.permalink(key) }))
    const isShown = before !== undefined && fields.includes('content') && !isSkeleton(before)
    const contents = isShown ? ([removeMarker(before.content), fill(after.content)] as const) : undefined
    const hides = isWritten && fields.includes('status') && before?.status === 'publish'
    return {
      fields: fields.map(changeOf),
      settings: contents === undefined ? NO_SETTINGS : compareSettings(...contents),
      links: isWritten && fields.includes('content') ? links : [],
      moved: isWritten && before !== undefined ? movedAddress(before, after, fields) : undefined,
      unpublishes: hides ? after.status : undefined,
      edit: before === undefined ? undefined : lookups.edits.get(before.id),
    }
  }
  const byKey = (posts: readonly Affected[]): Map<string, PostDetails> =>
    new Map(posts.map((post) => [post.after.key, describe(post)]))
  return { written: byKey(written(plan)), left: byKey(left(plan)), users: lookups.users }
}

const NO_SETTINGS: PostDetails['settings'] = { there: [], here: [] }

/** Notes that find no place in what is written go with their block. */
function compareSettings(live: string, wanted: string): PostDetails['settings'] {
  const lost = notesLacking(live, carryAdditions(wanted, live)).map((id) => say`review note ${id}`)
  const { first, second } = settingsApart(live, wanted)
  return { there: [...first.map(settingToText), ...lost], here: second.map(settingToText) }
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

/** What ids are called here: terms by name, pictures by file. */
function namesOf(
  site: SiteState,
  files: ReadonlyMap<string, ImageFile>,
  lookups: Lookups,
  fill: TextContext['fill'],
): TextContext {
  const keys = new Map([...site.media].map(([key, { id }]) => [id, key]))
  const picture = (key: string): string | undefined =>
    files.get(key)?.path ?? (isWebAddress(key) ? key : undefined)
  return {
    term: (id, taxonomy) => site.terms.find((term) => term.id === id && term.taxonomy === taxonomy)?.name,
    attachment: (id) => picture(keys.get(id) ?? '') ?? lookups.pictures.get(id),
    picture,
    user: (id) => [...site.authors].find(([, author]) => author === id)?.[0],
    fill,
    toOneSpelling,
  }
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}
