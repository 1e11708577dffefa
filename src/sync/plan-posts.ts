import { ExitCode, UserError } from '../errors.ts'
import { FIELD_NAMES } from '../fields/registry.ts'
import { statusAt } from '../fields/status.ts'
import { say } from '../language/say.ts'
import type { RenderedPost } from '../render/types.ts'
import type { RemotePost } from '../site/types.ts'
import { copyWith } from '../standards/later.ts'
import { decide, managedFields } from './decide.ts'
import { liveFields } from './fields.ts'
import { findTerm } from './find-term.ts'
import type { RestOfFolder } from './folder.ts'
import { foundPost } from './found-post.ts'
import { groundsOf } from './grounds.ts'
import { type Identity, remoteOf } from './identity.ts'
import { lastPublished } from './last-published.ts'
import { leaveUnread } from './leave-unread.ts'
import { isAbsent, unknownPicture } from './library-pictures.ts'
import type { OrphanPolicy } from './orphans.ts'
import { isOfPublisher } from './ownership.ts'
import { finalPermalink } from './permalink.ts'
import type { CategoryPolicy } from './plan-terms.ts'
import type { SortedPosts } from './plan-types.ts'
import { isPublicStatus } from './public-status.ts'
import { readPulled } from './pulled.ts'
import { refuseFaulty } from './refuse-faulty.ts'
import { resolveFields, type StateView } from './resolve.ts'
import { hashSaidIn } from './said.ts'
import { settleSlugs, slugMoves } from './slug-moves.ts'
import type { DesiredPost, SiteState } from './types.ts'
import type { Where } from './where.ts'

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

/** Takes out of the articles what may not be written after all. */
export type Refuse = (posts: SortedPosts) => SortedPosts

export type SortOptions = PlanOptions & {
  readonly where: Where
  /** What the articles were made from, by key. */
  readonly rendered: ReadonlyMap<string, RenderedPost>
}

/**
 * A link depends on the slug that its target will have, and whether a slug is written depends on the rest of
 * its post; so posts are sorted again, with fewer slugs expected to change, until both agree.
 */
export function sortPosts(
  desired: readonly DesiredPost[],
  identities: ReadonlyMap<string, Identity>,
  site: SiteState,
  options: SortOptions,
  refuse: Refuse,
): SortedPosts {
  const isElsewhere = ({ key, slug }: DesiredPost): boolean => {
    const remote = remoteOf(identities.get(key))
    return remote !== undefined && remote.slug !== slug
  }
  let moving = new Set(desired.filter(isElsewhere).map(({ key }) => key))
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
  site: SiteState,
  options: SortOptions,
): void {
  const { key, path, slug, author } = wanted
  if (identity.kind === 'refused') {
    posts.refused.push({ key, path, slug, error: identity.error })
    return
  }
  const own = identity.kind === 'ours' ? { id: identity.remote.id } : {}
  if (author !== undefined && known.author(author) === undefined) {
    const error = unknownAuthor(options.where(key, 'author'), author)
    posts.refused.push({ key, path, slug, ...own, error })
    return
  }
  const picture = wanted.featuredMedia
  if (picture !== undefined && isAbsent(picture, known, site.isConfiguredSite)) {
    posts.refused.push({
      key,
      path,
      slug,
      ...own,
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
  const status = statusAt(wanted.status, date, options.now, options.timezone)
  const after = copyWith(wanted, { status })
  const found = foundPost(after, remote)
  if (identity.kind === 'taken') {
    posts.conflicts.push({ ...found, reason: 'slug-taken', fields: ['slug'], before: remote, after })
    return
  }

  const rendered = options.rendered.get(key)
  if (rendered === undefined) throw new Error(`${path} was not rendered.`)
  const grounds = groundsOf({ after, rendered, identity, known, site, adopt: options.adopt })
  const recalled = site.recalled?.get(remote.id)
  // Where the grounds are others, the content counts; it is asked for here, and then the plan is made again.
  if (recalled !== undefined && (recalled.grounds === grounds || remote.content === '')) {
    posts.unchanged.push({ ...found, grounds })
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
    (name) => hashSaidIn(after, name),
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
    const isForeign = !isOfPublisher(remote, after, site.publishers)
    if (isForeign && (identity.kind === 'foreign' || options.adopt)) {
      posts.conflicts.push({ ...conflict, reason: 'foreign' })
    } else if (options.adopt) posts.changes.push({ kind: 'update-post', before: remote, after, fields })
    // Brought here by pull, and not changed since: there is nothing to take over yet.
    else if (different.length === 0) posts.unchanged.push({ ...found, grounds })
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
  else if (edited.length === 0) posts.unchanged.push({ ...found, grounds })
}

function goesPublic({ status }: RemotePost, after: DesiredPost): boolean {
  return !isPublicStatus(status) && isPublicStatus(after.status)
}

function unknownAuthor(at: string, author: string): UserError {
  return new UserError(say`${at}: the site has no user "${author}".`, {
    advice: say`Correct "author" in the front matter: it is a login name or a user id.`,
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
