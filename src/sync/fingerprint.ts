import type { RenderedPost } from '../render/types.ts'
import { sha256 } from '../standards/sha256.ts'
import type { Plan } from './plan-types.ts'
import { resolveFields } from './resolve.ts'
import { RunState } from './run-state.ts'
import type { SiteState } from './types.ts'

/** What differs from one machine to the next although the article is the same. */
const OF_THIS_MACHINE = new Set(['file', 'tree', 'frontMatter', 'images', 'absolutePath'])

/** Fingerprint of the articles that a plan is made from: front matter, content and pictures. Pure. */
export function fingerprintArticles(
  rendered: readonly RenderedPost[],
  selected: ReadonlySet<string>,
): string {
  return fingerprint(rendered.filter(({ post }) => selected.has(post.key)))
}

/**
 * Fingerprint of everything a plan would do and leave alone, with the ids and addresses that it would write
 * and the posts as they were found. Two equal ones do exactly the same. Pure.
 */
export function fingerprintPlan(plan: Plan, site: SiteState): string {
  const state = new RunState(plan, site)
  const resolved = plan.changes.map((change) =>
    'after' in change ? resolveFields(change.after, state).fields : undefined,
  )
  return fingerprint({ plan, resolved })
}

function fingerprint(value: unknown): string {
  const json = JSON.stringify(value, (key, item: unknown) => (OF_THIS_MACHINE.has(key) ? undefined : item))
  return sha256(json)
}
