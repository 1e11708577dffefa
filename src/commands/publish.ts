import { loadConfig } from '../config.ts'
import { ExitCode } from '../errors.ts'
import { exitCodeOfOutcomes, exitCodeOfPlan } from '../report/exit-code.ts'
import { outcomesToJson, outcomesToTable, outcomeToText } from '../report/outcomes.ts'
import { planToJson, planToText } from '../report/plan.ts'
import { readSite } from '../site/read-site.ts'
import { assertRights } from '../site/rights.ts'
import { applyPlan } from '../sync/apply.ts'
import { planChanges } from '../sync/plan.ts'
import type { Outcome } from '../types.ts'
import { compile } from './compile.ts'
import { openSite } from './open-site.ts'
import type { Output } from './output.ts'
import { selectPosts } from './select.ts'

export interface PublishOptions {
  /** Path of wp.config.json. */
  readonly config: string
  /** Slugs or globs; `undefined` means every article. */
  readonly only: readonly string[] | undefined
  /** Plan only. */
  readonly dryRun: boolean
  readonly json: boolean
  readonly adopt: boolean
  readonly overwrite: boolean
  readonly createCategories: boolean
}

/** Makes the site have what the articles ask for; with `dryRun` says what that would take. */
export async function publish(options: PublishOptions, output: Output): Promise<ExitCode> {
  const config = await loadConfig(options.config)
  const rendered = await compile(config, output)
  if (rendered === undefined) return ExitCode.content
  const selected = selectPosts(rendered, options.only)

  const { client, isSandbox, close } = await openSite(config, output)
  try {
    const site = await output.during(`Reading ${client.url}`, () => readSite(client, rendered, config))
    const plan = planChanges(rendered, site, {
      selected,
      now: Date.now(),
      timezone: config.site.timezone,
      categories: { configured: config.categories, create: isSandbox || options.createCategories },
      adopt: options.adopt,
      overwrite: options.overwrite,
    })
    output.say(planToText(plan))
    if (options.dryRun) {
      if (options.json) output.print(JSON.stringify(planToJson(plan), undefined, 2))
      return exitCodeOfPlan(plan)
    }

    assertRights(plan, site.user)
    if (plan.changes.length > 0) output.say('')
    const outcomes = await output.during(`Publishing to ${client.url}`, (update) =>
      applyPlan(plan, site, client, {
        onOutcome: (outcome) => {
          output.say(`  ${outcomeToText(outcome)}`)
          update(`Publishing to ${client.url}`)
        },
      }),
    )
    if (options.json) {
      const document = { ...planToJson(plan), outcomes: outcomesToJson(outcomes), requests: client.counts }
      output.print(JSON.stringify(document, undefined, 2))
    } else {
      output.say(closing(outcomesToTable(plan, outcomes), outcomes, isSandbox))
    }
    return exitCodeOfOutcomes(plan, outcomes)
  } finally {
    await close()
  }
}

function closing(table: string, outcomes: readonly Outcome[], isSandbox: boolean): string {
  const failed = outcomes.filter(({ status }) => status !== 'applied').length
  return [
    '',
    table,
    ...(failed === 0
      ? []
      : [`${failed} of ${outcomes.length} changes were not made; run the command again to go on.`]),
    ...(isSandbox ? ['To open it in a browser: npm run sandbox'] : []),
  ].join('\n')
}
