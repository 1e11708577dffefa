import { FIELD_NAMES } from '../fields/registry.ts'
import { statusAt } from '../fields/status.ts'
import type { RenderedPost } from '../render/types.ts'
import type { RemotePost } from '../site/types.ts'
import { assertLinksLead } from './assert-links-lead.ts'
import { decide, managedFields } from './decide.ts'
import { toDesired } from './desired.ts'
import { liveFields } from './fields.ts'
import { findTerm } from './find-term.ts'
import { holdPairs } from './hold-pairs.ts'
import { type Identity, identifyPosts } from './identify.ts'
import type { Marker } from './marker.ts'
import { findOrphans, type OrphanPolicy, toOrphan, toTrash } from './orphans.ts'
import { finalPermalink } from './permalink.ts'
import { planMedia } from './plan-media.ts'
import { type CategoryPolicy, planTerms } from './plan-terms.ts'
import type { Plan, SortedPosts } from './plan-types.ts'
import { readPulled } from './pulled.ts'
import { resolveFields, type StateView } from './resolve.ts'
import { settleSlugs, slugMoves } from './slug-moves.ts'
import type { DesiredPost, FoundPost, SiteState } from './types.ts'

export interface PlanOptions {
  /** Keys of the articles to publish; the others are only looked at as targets of links. */
  readonly selected: ReadonlySet<string>
  /** Milliseconds since 1970. */
  readonly now: number
  /** IANA name of the site's zone. */
  readonly timezone: string
  readonly categories: CategoryPolicy
  /** Take over posts that we never published. */
  readonly adopt: boolean
  /** Write over what was edited in wp-admin. */
  readonly overwrite: boolean
  /** Which posts without a file are listed, and whether they go to the trash. */
  readonly orphans?: OrphanPolicy
  /** The languages of a pair go public together or not at all. */
  readonly waitForPair?: boolean
}

/**
 * Says what has to change on the site so that it has what the articles ask for. Pure: the same articles, the
 * same site and the same options give the same plan.
 *
 * @throws UserError (content, usage) where an article names a category that the site does not have, or links
 *   to an article that is neither on the site nor among those to be published
 */
export function planChanges(rendered: readonly RenderedPost[], site: SiteState, options: PlanOptions): Plan {
  const identities = identifyPosts(rendered, site)
  const wanted = rendered.map((item) => toDesired(item, options.now, options.timezone, site.hasFootnotes))
  assertLinksLead(rendered, identities, options.selected)
  const sort = (desired: readonly DesiredPost[]): SortedPosts => sortPosts(desired, identities, site, options)
  const pairs =
    options.waitForPair === true
      ? holdPairs(rendered, wanted, identities, options.selected, sort(wanted))
      : { desired: wanted, held: [], together: [] }
  const posts = sort(pairs.desired)
  const orphans =
    options.orphans === undefined ? [] : findOrphans(rendered, site, identities, options.orphans)

  const written = new Set(posts.changes.map(({ after }) => after.key))
  const needed = rendered.filter(({ post }) => written.has(post.key))
  const terms = planTerms(needed, site, options.categories)
  const stopped = new Set(posts.conflicts.map(({ key }) => key))
  const media = planMedia(rendered, site, {
    posts: posts.changes,
    live: new Map(
      [...identities].flatMap(([key, identity]) =>
        identity.kind === 'ours' ? [[key, identity.remote]] : [],
      ),
    ),
    overwriting: new Set(options.overwrite ? [...options.selected].filter((key) => !stopped.has(key)) : []),
  })
  const trash = options.orphans?.prune === true ? orphans.map(toTrash) : []
  return {
    site: site.url,
    ...posts,
    changes: [...terms, ...media.changes, ...inOrder(posts.changes), ...trash],
    orphans: orphans.map(toOrphan),
    keptPictures: media.kept,
    held: pairs.held,
    together: pairs.together,
  }
}

/**
 * A link depends on the slug that its target will have, and whether a slug is written depends on the rest of
 * its post; so posts are sorted again, with fewer slugs expected to change, until both agree.
 */
function sortPosts(
  desired: readonly DesiredPost[],
  identities: ReadonlyMap<string, Identity>,
  site: SiteState,
  options: PlanOptions,
): SortedPosts {
  let moving = new Set(desired.map(({ key }) => key))
  for (;;) {
    const known = stateNow(desired, identities, site, moving)
    const posts: SortedPosts = { changes: [], unchanged: [], drift: [], conflicts: [] }
    for (const after of desired.filter(({ key }) => options.selected.has(key))) {
      sortPost(posts, after, identities.get(after.key) ?? { kind: 'new' }, known, options)
    }
    const sorted = settleSlugs(posts, site)
    const moved = new Set(slugMoves(sorted.changes).map(({ key }) => key))
    const still = new Set([...moving].filter((key) => moved.has(key)))
    if (still.size === moving.size) return sorted
    moving = still
  }
}

function sortPost(
  posts: SortedPosts,
  wanted: DesiredPost,
  identity: Identity,
  known: StateView,
  options: PlanOptions,
): void {
  if (identity.kind === 'new') {
    posts.changes.push({ kind: 'create-post', after: wanted })
    return
  }
  const { remote } = identity
  // An article without a date leaves that of the site alone, and with a coming one WordPress schedules it.
  const date = wanted.date ?? (['publish', 'trash'].includes(remote.status) ? undefined : remote.date)
  const after = { ...wanted, status: statusAt(wanted.status, date, options.now, options.timezone) }
  const found: FoundPost = {
    key: after.key,
    path: after.path,
    slug: after.slug,
    id: remote.id,
    link: finalPermalink(remote, remote.slug),
  }
  if (identity.kind === 'taken') {
    posts.conflicts.push({ ...found, reason: 'slug-taken', fields: ['slug'], before: remote, after })
    return
  }

  const marker: Marker = identity.kind === 'ours' ? identity.marker : { key: after.key, base: {}, stored: {} }
  const { fields } = resolveFields(after, known, remote.content)
  const decision = decide(managedFields(after), fields, liveFields(remote), marker, readPulled(after.pulled))
  if (identity.kind === 'unmanaged') {
    // The content is written even where nothing differs, since it carries the marker.
    const fields = FIELD_NAMES.filter((name) => name === 'content' || decision.update.includes(name))
    if (options.adopt) posts.changes.push({ kind: 'update-post', before: remote, after, fields })
    // Brought here by pull, and not changed since: there is nothing to take over yet.
    else if (decision.update.length === 0) posts.unchanged.push(found)
    else posts.conflicts.push({ ...found, reason: 'unmanaged', fields, before: remote, after })
    return
  }
  const edited = [...decision.drift, ...decision.conflict]
  const update = options.overwrite
    ? FIELD_NAMES.filter((name) => [...decision.update, ...edited].includes(name))
    : decision.update
  if (decision.conflict.length > 0 && !options.overwrite) {
    posts.conflicts.push({
      ...found,
      reason: 'both-edited',
      fields: decision.conflict,
      before: remote,
      after,
    })
    return
  }
  if (decision.drift.length > 0 && !options.overwrite) {
    posts.drift.push({ ...found, fields: decision.drift, before: remote, after })
  }
  if (update.length > 0) posts.changes.push({ kind: 'update-post', before: remote, after, fields: update })
  else if (edited.length === 0) posts.unchanged.push(found)
}

/** What the site has at this moment; what is to be created is unknown. */
export function stateNow(
  desired: readonly DesiredPost[],
  identities: ReadonlyMap<string, Identity>,
  site: SiteState,
  moving: ReadonlySet<string>,
): StateView {
  const slugs = new Map(desired.map(({ key, slug }) => [key, slug]))
  return {
    term: (term) => findTerm(term, site.terms)?.id,
    media: (sha256) => site.media.get(sha256),
    author: (name) => site.authors.get(name),
    permalink: (key) => {
      const identity = identities.get(key)
      if (identity === undefined || identity.kind === 'new') return undefined
      const slug = moving.has(key) ? slugs.get(key) : undefined
      return finalPermalink(identity.remote, slug ?? identity.remote.slug)
    },
  }
}

/**
 * New posts first: others link to them. Then the posts whose address changes, among which a slug is given up
 * before another post takes it; then the rest.
 */
function inOrder(changes: SortedPosts['changes']): SortedPosts['changes'] {
  const rank = (change: SortedPosts['changes'][number]): number => {
    if (!('before' in change)) return 0
    return movesAddress(change.before, change.after) ? 1 : 2
  }
  return [...changes].sort((a, b) => rank(a) - rank(b))
}

function movesAddress(before: RemotePost, after: DesiredPost): boolean {
  return before.slug !== after.slug || (after.date !== undefined && before.date !== after.date)
}
