import type { RenderedPost } from '../render/types.ts'
import { sha256 } from '../standards/sha256.ts'
import type { Plan } from './plan-types.ts'
import { resolveFields } from './resolve.ts'
import { RunState } from './run-state.ts'
import type { SiteState } from './types.ts'

/** What differs from one machine to the next although the article is the same. */
const OF_THIS_MACHINE = new Set(['file', 'tree', 'frontMatter', 'images', 'absolutePath', 'grounds'])

/** Fingerprint of the articles that a plan is made from: front matter, content and pictures. Pure. */
export function fingerprintArticles(
  rendered: readonly RenderedPost[],
  selected: ReadonlySet<string>,
): string {
  return fingerprint(rendered.filter(({ post }) => selected.has(post.key)))
}

/**
 * Fingerprint of everything a plan would do and leave alone, with the ids and addresses that it would write
 * and the posts as they were found, but for what people are told of it, which has a language. Two equal ones do exactly
 * the same. Pure.
 */
export function fingerprintPlan(plan: Plan, site: SiteState): string {
  const state = new RunState(plan, site)
  const resolved = plan.changes.map((change) =>
    'after' in change ? resolveFields(change.after, state).fields : undefined,
  )
  return fingerprint({ plan: withoutTexts(plan), resolved })
}

function withoutTexts(plan: Plan): object {
  return {
    ...plan,
    refused: plan.refused.map((refused) => ({ ...refused, error: refused.error.exitCode })),
    held: plan.held.map((held) => ({ ...held, reason: undefined })),
    conflicts: plan.conflicts.map((conflict) => ({
      ...conflict,
      unread: conflict.unread && { ...conflict.unread, reason: undefined },
    })),
  }
}

/** The order of keys tells nothing: what was kept by an earlier run has another one than what was made anew. */
function fingerprint(value: unknown): string {
  const json = JSON.stringify(value, (key, item: unknown) => {
    if (OF_THIS_MACHINE.has(key)) return undefined
    return isPlain(item) ? Object.fromEntries(Object.entries(item).toSorted(byKey)) : item
  })
  return sha256(json)
}

function isPlain(item: unknown): item is object {
  return typeof item === 'object' && item !== null && !Array.isArray(item)
}

function byKey([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1
}
