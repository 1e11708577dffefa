import type { FieldName, LiveFields } from '../fields/registry.ts'
import type { RenderedPost } from '../render/types.ts'
import type { PostFields, RemotePost } from '../site/types.ts'
import { type Decision, decide, managedFields } from './decide.ts'
import { toDesired } from './desired.ts'
import { hashField, liveFields } from './fields.ts'
import type { FaultyArticle } from './folder.ts'
import { identifyPosts } from './identify.ts'
import { remoteOf } from './identity.ts'
import { lastPublished } from './last-published.ts'
import type { Marker } from './marker.ts'
import { type PlanOptions, stateNow } from './plan-posts.ts'
import { pulledChange, readPulled } from './pulled.ts'
import { resolveFields } from './resolve.ts'
import { hashSaidIn } from './said.ts'
import type { SiteState } from './types.ts'

/** An article beside its post: what both say, and which side changed what. */
export interface Comparison {
  readonly item: RenderedPost
  readonly remote: RemotePost
  /** `undefined` for a post that was not published from here. */
  readonly marker: Marker | undefined
  readonly live: LiveFields
  /** What the article asks for, as far as it is known now. */
  readonly desired: PostFields
  readonly decision: Decision
  /** The article's notes of what it took over, those that still hold. */
  readonly pulled: ReadonlyMap<FieldName, string>
}

/** Compares every article with its post; articles without one are left out. Pure. */
export function comparePosts(
  rendered: readonly RenderedPost[],
  site: SiteState,
  options: Pick<PlanOptions, 'now' | 'timezone' | 'name' | 'folder'>,
): Comparison[] {
  const { now, timezone } = options
  const identities = identifyPosts(rendered, site, options)
  const desired = rendered.map((item) => toDesired(item, now, timezone, site))
  const known = stateNow(desired, identities, site, new Set())
  return rendered.flatMap((item, index): Comparison[] => {
    const [after, identity] = [desired[index], identities.get(item.post.key)]
    if (after === undefined || (identity?.kind !== 'ours' && identity?.kind !== 'unmanaged')) return []
    const { remote } = identity
    const marker = identity.kind === 'ours' ? identity.marker : undefined
    const live = liveFields(remote)
    const notes = readPulled(after.pulled)
    const base = lastPublished(after.key, remote, marker)
    const { fields } = resolveFields(after, known, { content: remote.content, marker })
    const decision = decide(managedFields(after), fields, live, base, notes, (name) =>
      hashSaidIn(after, name),
    )
    const pulled = new Map(
      [...notes].filter(
        ([name, note]) => note === pulledChange(base.base[name], hashField(name, live[name])),
      ),
    )
    return [{ item, remote, marker, live, desired: fields, decision, pulled }]
  })
}

/** The articles with an error that have a post, by its id. */
export function findFaulty(
  rendered: readonly RenderedPost[],
  site: SiteState,
  options: Pick<PlanOptions, 'name' | 'folder'>,
): ReadonlyMap<number, FaultyArticle> {
  const identities = identifyPosts(rendered, site, options)
  return new Map(
    (options.folder?.faulty ?? []).flatMap((article) => {
      const remote = remoteOf(identities.get(article.key))
      return remote === undefined ? [] : [[remote.id, article] as const]
    }),
  )
}
