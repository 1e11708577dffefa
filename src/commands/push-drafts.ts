import { Connection } from '../config/connection.ts'
import type { Config } from '../config/types.ts'
import { say } from '../language/say.ts'
import type { RenderedPost } from '../render/types.ts'
import { outcomeToText } from '../report/outcomes.ts'
import { planToText } from '../report/plan-text.ts'
import { blogOf } from '../sandbox/blog.ts'
import { type Sandbox, startSandbox } from '../sandbox/start.ts'
import { applyPlan } from '../sync/apply.ts'
import { NO_LOOKUPS, planDetails } from '../sync/details.ts'
import type { RestOfFolder } from '../sync/folder.ts'
import { planChanges } from '../sync/plan.ts'
import type { Outcome, Plan } from '../sync/plan-types.ts'
import { readSite } from '../sync/read-site.ts'
import { connect } from './open-site.ts'
import type { Output } from './output.ts'

export interface PushedDraft {
  readonly slug: string
  readonly title: string
  /** `undefined` where WordPress did not take the draft. */
  readonly id: number | undefined
}

/**
 * Puts every article as a draft into an embedded WordPress of its own, so that what was published to the other
 * one stays published there. Drafts that were edited in its wp-admin are left alone and reported.
 *
 * @returns the drafts, and the WordPress that keeps running
 */
export async function pushDrafts(
  rendered: readonly RenderedPost[],
  folder: RestOfFolder,
  config: Config,
  options: { readonly overwrite: boolean; readonly debug?: boolean },
  output: Output,
): Promise<{ sandbox: Sandbox; drafts: PushedDraft[]; outcomes: Outcome[] }> {
  const sandbox = await output.during(say`Starting the embedded WordPress`, (onProgress) =>
    startSandbox({
      project: config,
      folder: '.sandbox/preview',
      ...blogOf(config),
      share: true,
      onProgress,
    }),
  )
  try {
    const client = await connect(
      new Connection(sandbox.url, sandbox.username, sandbox.appPassword),
      config,
      output,
    )
    const drafts = rendered.map((one) => ({ ...one, post: { ...one.post, status: 'draft' as const } }))
    const site = await output.during(say`Reading ${client.url}`, () =>
      readSite(client, drafts, config, folder),
    )
    const plan = planChanges(drafts, site, {
      selected: new Set(drafts.map(({ post }) => post.key)),
      folder,
      now: Date.now(),
      timezone: config.site.timezone,
      name: config.name,
      categories: { configured: config.categories, create: true },
      adopt: false,
      overwrite: options.overwrite,
    })
    output.say(planToText(plan, planDetails(plan, site, drafts, NO_LOOKUPS), { html: false }))
    const outcomes = await output.during(say`Writing drafts to ${client.url}`, () =>
      applyPlan(plan, site, client, {
        onOutcome: (outcome) => {
          if (outcome.status !== 'applied') output.say(`  ${outcomeToText(outcome, options.debug)}`)
        },
      }),
    )
    const ids = idsOf(plan, outcomes)
    return {
      sandbox,
      drafts: drafts.map(({ post: { key, slug, title } }) => ({ slug, title, id: ids.get(key) })),
      outcomes,
    }
  } catch (error) {
    await sandbox.stop()
    throw error
  }
}

function idsOf(plan: Plan, outcomes: readonly Outcome[]): ReadonlyMap<string, number> {
  const found = [...plan.unchanged, ...plan.drift, ...plan.conflicts].map(({ key, id }): [string, number] => [
    key,
    id,
  ])
  const written = outcomes.flatMap(({ change, id }): [string, number][] =>
    'after' in change && id !== undefined ? [[change.after.key, id]] : [],
  )
  return new Map([...found, ...written])
}
