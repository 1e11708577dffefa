import type { RenderedPost } from '../render/types.ts'
import type { RemotePost } from '../site/types.ts'
import { refuseDeadLinks } from './dead-links.ts'
import { toDesired } from './desired.ts'
import { NOTHING_ELSE } from './folder.ts'
import { holdPairs } from './hold-pairs.ts'
import { identifyPosts } from './identify.ts'
import type { Identity } from './identity.ts'
import { listOrphans, toOrphan, toTrash } from './orphans.ts'
import { planMedia } from './plan-media.ts'
import { type PlanOptions, type Refuse, sortPosts } from './plan-posts.ts'
import { planTerms, refuseCategories, writesTerms } from './plan-terms.ts'
import type { Plan, SortedPosts } from './plan-types.ts'
import type { DesiredPost, SiteState } from './types.ts'
import { createWhere } from './where.ts'

/**
 * Says what has to change on the site so that it has what the articles ask for. Pure: the same articles, the
 * same site and the same options give the same plan. One article that cannot be published keeps no other back, unless
 * that one would link to it in vain.
 */
export function planChanges(rendered: readonly RenderedPost[], site: SiteState, options: PlanOptions): Plan {
  const { folder = NOTHING_ELSE } = options
  const where = createWhere(rendered)
  const identities = identifyPosts(rendered, site, options)
  const byKey = new Map(rendered.map((item) => [item.post.key, item]))
  const wanted = rendered.map((item) => toDesired(item, options.now, options.timezone, site))
  const sort: Sort = (desired, refuse = (posts) => posts) =>
    sortPosts(desired, identities, site, { ...options, where, rendered: byKey }, refuse)
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
