import { ExitCode, UserError } from '../errors.ts'
import { FIELD_NAMES } from '../fields/registry.ts'
import { statusAt } from '../fields/status.ts'
import type { RenderedPost } from '../render/types.ts'
import type { RemotePost } from '../site/types.ts'
import { refuseDeadLinks } from './dead-links.ts'
import { decide, managedFields } from './decide.ts'
import { toDesired } from './desired.ts'
import { liveFields } from './fields.ts'
import { findTerm } from './find-term.ts'
import { NOTHING_ELSE, type RestOfFolder } from './folder.ts'
import { foundPost } from './found-post.ts'
import { holdPairs } from './hold-pairs.ts'
import { identifyPosts } from './identify.ts'
import { type Identity, remoteOf } from './identity.ts'
import { lastPublished } from './last-published.ts'
import { leaveUnread } from './leave-unread.ts'
import { isAbsent, unknownPicture } from './library-pictures.ts'
import { listOrphans, type OrphanPolicy, toOrphan, toTrash } from './orphans.ts'
import { isOfPublisher } from './ownership.ts'
import { finalPermalink } from './permalink.ts'
import { planMedia } from './plan-media.ts'
import { type CategoryPolicy, planTerms, refuseCategories, writesTerms } from './plan-terms.ts'
import type { Plan, SortedPosts } from './plan-types.ts'
import { isPublicStatus } from './public-status.ts'
import { readPulled } from './pulled.ts'
import { refuseFaulty } from './refuse-faulty.ts'
import { resolveFields, type StateView } from './resolve.ts'
import { hashSaid } from './said.ts'
import { settleSlugs, slugMoves } from './slug-moves.ts'
import type { DesiredPost, SiteState } from './types.ts'
import { createWhere, type Where } from './where.ts'

export interface PlanOptions {
  /** Keys of the articles to publish; the others are only looked at as targets of links. */
  readonly selected: ReadonlySet<string>
  /** Milliseconds since 1970. */
  readonly now: number
  /** IANA name of the site's zone. */
  readonly timezone: string
  /** `name` of the configuration, which the keys of this folder begin with. */
  readonly name: string | undefined
  /** What the folder holds besides `rendered`. @default nothing else */
  readonly folder?: RestOfFolder
  readonly categories: CategoryPolicy
  /** Take over posts that we never published, and publish anew what was deleted for good. */
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
 * same site and the same options give the same plan. One article that cannot be published keeps no other back, unless
 * that one would link to it in vain.
 */
export function planChanges(rendered: readonly RenderedPost[], site: SiteState, options: PlanOptions): Plan {
  const { folder = NOTHING_ELSE } = options
  const where = createWhere(rendered)
  const identities = identifyPosts(rendered, site, options)
  const wanted = rendered.map((item) => toDesired(item, options.now, options.timezone, site))
  const sort: Sort = (desired, refuse = (posts) => posts) =>
    sortPosts(desired, identities, site, { ...options, where }, refuse)
  const refuse: Refuse = (posts) =>
    refuseDeadLinks(refuseCategories(posts, rendered, site, options.categories, where), identities)
  const { posts, held, together } = settlePairs(rendered, wanted, sort, refuse, identities, options)
  const isOfHere = (key: string): boolean =>
    identities.has(key) || (options.name !== undefined && key.startsWith(`${options.name}/`))
  const { orphans: policy } = options
  const orphans =
    policy === undefined
      ? []
      : listOrphans(identities.keys(), site, identities, options.name, folder).filter(({ remote }) =>
          policy.matches(remote.slug),
        )

  const filed = new Set(posts.changes.filter(writesTerms).map(({ after }) => after.key))
  const needed = rendered.filter(({ post }) => filed.has(post.key))
  const terms = planTerms(needed, site, options.categories)
  const stopped = new Set(posts.conflicts.map(({ key }) => key))
  const media = planMedia(rendered, site, {
    posts: posts.changes,
    live: new Map(
      [...identities].flatMap(([key, identity]) => (identity.kind === 'ours' ? [[key, identity]] : [])),
    ),
    overwriting: new Set(options.overwrite ? [...options.selected].filter((key) => !stopped.has(key)) : []),
  })
  const trash = policy?.prune === true ? orphans.map(toTrash) : []
  return {
    site: site.url,
    ...posts,
    changes: [...terms, ...media.changes, ...inOrder(posts.changes), ...trash],
    orphans: orphans.map(toOrphan),
    strangers: site.strangers.filter(({ marker }) => isOfHere(marker.key)),
    keptPictures: media.kept,
    held,
    together,
  }
}

/** Takes out of the articles what may not be written after all. */
type Refuse = (posts: SortedPosts) => SortedPosts
type Sort = (desired: readonly DesiredPost[], refuse?: Refuse) => SortedPosts

/**
 * Sorts the articles, with those kept back that wait for their translation, and takes out what would link to nothing;
 * where that is one of a pair, the other one waits.
 */
function settlePairs(
  rendered: readonly RenderedPost[],
  wanted: readonly DesiredPost[],
  sort: Sort,
  refuse: Refuse,
  identities: ReadonlyMap<string, Identity>,
  { selected, waitForPair = false, folder = NOTHING_ELSE }: PlanOptions,
): { readonly posts: SortedPosts } & Pick<Plan, 'held' | 'together'> {
  if (!waitForPair) return { posts: sort(wanted, refuse), held: [], together: [] }
  const sorted = sort(wanted)
  for (let { refused } = sorted; ; ) {
    const { desired, held, together } = holdPairs(rendered, wanted, identities, selected, folder, {
      ...sorted,
      refused,
    })
    const posts = sort(desired, refuse)
    const late = posts.refused.filter(({ key }) => together.some((keys) => keys.includes(key)))
    if (late.length === 0) return { posts, held, together }
    refused = [...refused, ...late]
  }
}

type SortOptions = PlanOptions & { readonly where: Where }

/**
 * A link depends on the slug that its target will have, and whether a slug is written depends on the rest of
 * its post; so posts are sorted again, with fewer slugs expected to change, until both agree.
 */
function sortPosts(
  desired: readonly DesiredPost[],
  identities: ReadonlyMap<string, Identity>,
  site: SiteState,
  options: SortOptions,
  refuse: Refuse,
): SortedPosts {
  let moving = new Set(desired.map(({ key }) => key))
  for (;;) {
    const known = stateNow(desired, identities, site, moving)
    const refused = refuseFaulty(options.folder?.faulty ?? [], identities, options.selected)
    const posts: SortedPosts = { changes: [], unchanged: [], drift: [], conflicts: [], refused }
    for (const after of desired.filter(({ key }) => options.selected.has(key))) {
      sortPost(posts, after, identities.get(after.key) ?? { kind: 'new' }, known, site, options)
    }
    const sorted = settle(options.overwrite ? posts : leaveUnread(posts, site), site, refuse)
    const moved = new Set(slugMoves(sorted.changes).map(({ key }) => key))
    const still = new Set([...moving].filter((key) => moved.has(key)))
    if (still.size === moving.size) return sorted
    moving = still
  }
}

/** What is refused gives up no slug that another post waits for, and what waits in vain is no target for links. */
function settle(posts: SortedPosts, site: SiteState, refuse: Refuse): SortedPosts {
  let settled = settleSlugs(posts, site)
  for (;;) {
    const next = settleSlugs(refuse(settled), site)
    if (next.changes.length === settled.changes.length) return next
    settled = next
  }
}

function sortPost(
  posts: SortedPosts,
  wanted: DesiredPost,
  identity: Identity,
  known: StateView,
  { publishers, isConfiguredSite }: SiteState,
  options: SortOptions,
): void {
  const { key, path, slug, author } = wanted
  if (identity.kind === 'refused') {
    posts.refused.push({ key, path, slug, error: identity.error })
    return
  }
  if (author !== undefined && known.author(author) === undefined) {
    posts.refused.push({ key, path, slug, error: unknownAuthor(options.where(key, 'author'), author) })
    return
  }
  const picture = wanted.featuredMedia
  if (picture !== undefined && isAbsent(picture, known, isConfiguredSite)) {
    posts.refused.push({
      key,
      path,
      slug,
      error: unknownPicture(options.where(key, 'featured_image'), picture),
    })
    return
  }
  if (identity.kind === 'new') {
    posts.changes.push({ kind: 'create-post', after: wanted })
    return
  }
  const { remote } = identity
  // An article without a date leaves that of the site alone, and with a coming one WordPress schedules it.
  const date = wanted.date ?? (['publish', 'trash'].includes(remote.status) ? undefined : remote.date)
  const after = { ...wanted, status: statusAt(wanted.status, date, options.now, options.timezone) }
  const found = foundPost(after, remote)
  if (identity.kind === 'taken') {
    posts.conflicts.push({ ...found, reason: 'slug-taken', fields: ['slug'], before: remote, after })
    return
  }

  const marker = identity.kind === 'ours' ? identity.marker : undefined
  const { fields } = resolveFields(after, known, { content: remote.content, marker })
  const decision = decide(
    managedFields(after),
    fields,
    liveFields(remote),
    lastPublished(after.key, remote, marker),
    readPulled(after.pulled),
    hashSaid(after),
  )
  const edited = [...decision.drift, ...decision.conflict]
  // Another slug of the site's own choice is no drift where the post would go public under it.
  const isAstray =
    decision.drift.includes('slug') && decision.update.includes('status') && goesPublic(remote, after)
  if (identity.kind !== 'ours') {
    // The content is written even where nothing differs, since it carries the marker.
    const different = [...decision.update, ...edited]
    const fields = FIELD_NAMES.filter((name) => name === 'content' || different.includes(name))
    const conflict = { ...found, fields, before: remote, after }
    const isForeign = !isOfPublisher(remote, after, publishers)
    if (isForeign && (identity.kind === 'foreign' || options.adopt)) {
      posts.conflicts.push({ ...conflict, reason: 'foreign' })
    } else if (options.adopt) posts.changes.push({ kind: 'update-post', before: remote, after, fields })
    // Brought here by pull, and not changed since: there is nothing to take over yet.
    else if (different.length === 0) posts.unchanged.push(found)
    else posts.conflicts.push({ ...conflict, reason: 'unmanaged' })
    return
  }
  const update = options.overwrite
    ? FIELD_NAMES.filter((name) => [...decision.update, ...edited].includes(name))
    : decision.update
  if ((decision.conflict.length > 0 || isAstray) && !options.overwrite) {
    posts.conflicts.push({
      ...found,
      reason: 'both-edited',
      fields: isAstray ? [...decision.conflict, 'slug'] : decision.conflict,
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

function goesPublic({ status }: RemotePost, after: DesiredPost): boolean {
  return !isPublicStatus(status) && isPublicStatus(after.status)
}

function unknownAuthor(at: string, author: string): UserError {
  return new UserError(`${at}: the site has no user "${author}".`, {
    advice: 'Correct "author" in the front matter: it is a login name or a user id.',
    exitCode: ExitCode.content,
  })
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
    media: (key) => site.media.get(key),
    author: (name) => site.authors.get(name),
    permalink: (key) => {
      const remote = remoteOf(identities.get(key))
      const slug = moving.has(key) ? slugs.get(key) : undefined
      return remote === undefined ? undefined : finalPermalink(remote, slug ?? remote.slug)
    },
    isPublic: (key) => isPublicStatus(remoteOf(identities.get(key))?.status),
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
