import type { Config } from '../config/types.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Site } from '../site/site.ts'
import type { RemotePost } from '../site/types.ts'
import { planChanges } from './plan.ts'
import type { PlanOptions } from './plan-posts.ts'
import type { Plan } from './plan-types.ts'
import { type ReadAhead, readConcerned } from './read-ahead.ts'
import { readSite } from './read-site.ts'
import type { SiteState } from './types.ts'

/**
 * Reads the site and plans what has to change on it. What an earlier run kept of posts may say that nothing is to be done
 * about them, and no more: where the plan says anything else of one, it is read whole and planned again. Posts of which
 * nothing is to be done are kept for the next run.
 *
 * @param begun what of the site has been asked for already
 * @returns the plan, with the state of the site that it is a plan for
 * @throws SiteError, UserError as `readSite` does
 */
export async function readAndPlan(
  client: Site,
  rendered: readonly RenderedPost[],
  config: Config,
  options: PlanOptions,
  begun: ReadAhead,
): Promise<{ readonly plan: Plan; readonly site: SiteState }> {
  for (let ahead = begun; ; ) {
    const site = await readSite(client, rendered, config, options.folder, ahead)
    const plan = planChanges(rendered, site, options)
    const concerned = listConcerned(plan)
    const next = await readConcerned(ahead, concerned, client)
    if (next === undefined) {
      keepPosts(ahead, site, plan, concerned)
      return { site, plan }
    }
    ahead = next
  }
}

/** The posts of which a plan says anything else than that they are unchanged. */
function listConcerned({ changes, drift, conflicts, strangers }: Plan): RemotePost[] {
  const found = [...changes, ...drift, ...conflicts].flatMap((one) =>
    'before' in one && 'content' in one.before ? [one.before] : [],
  )
  return [...found, ...strangers.map(({ remote }) => remote)]
}

function keepPosts(
  { kept }: ReadAhead,
  { posts }: SiteState,
  { unchanged }: Plan,
  concerned: readonly RemotePost[],
): void {
  const meant = new Set(concerned.map(({ id }) => id))
  kept?.keep(
    posts.filter(({ id }) => !meant.has(id)),
    new Map(unchanged.map(({ id, grounds }) => [id, grounds])),
  )
}
