import type { Config } from '../config/types.ts'
import { commandLine } from '../installation.ts'
import { say } from '../language/say.ts'
import { planToJson } from '../report/plan.ts'
import { MOST_OF_SUMMARY, planToMarkdown } from '../report/plan-markdown.ts'
import { planToText } from '../report/plan-text.ts'
import { toJsonDocument } from '../standards/json.ts'
import type { PlanDetails } from '../sync/details.ts'
import { type PlanFile, writePlanFile } from '../sync/plan-file.ts'
import type { Plan } from '../sync/plan-types.ts'
import type { Output } from './output.ts'
import type { PublishOptions } from './publish-options.ts'
import { appendStepSummary } from './step-summary.ts'

/** Of the articles that a plan is made from, and of the plan; only a plan that is kept needs them. */
export type Fingerprints = Pick<PlanFile, 'articles' | 'fingerprint'>

/** Prints a plan in the form that was asked for, and keeps it in a file where one was named. */
export async function showPlan(
  plan: Plan,
  details: PlanDetails,
  fingerprints: () => Fingerprints,
  options: PublishOptions,
  config: Config,
  output: Output,
): Promise<void> {
  const format = options.json ? 'json' : (options.format ?? 'text')
  if (format === 'markdown') {
    const markdown = planToMarkdown(plan, details)
    output.print(markdown)
    await appendStepSummary(planToMarkdown(plan, details, MOST_OF_SUMMARY))
  } else {
    if (format === 'json') output.print(toJsonDocument(planToJson(plan, details)))
    else output.say(planToText(plan, details, { html: options.html === true, all: options.all }))
  }
  if (options.out === undefined) return
  const {
    only,
    adopt,
    overwrite,
    createCategories,
    prune = false,
    waitForPair = false,
    strict = false,
  } = options
  writePlanFile(config, options.out, {
    site: plan.site,
    madeAt: new Date().toISOString(),
    options: {
      ...(only === undefined ? {} : { only: [...only] }),
      adopt,
      overwrite,
      createCategories,
      prune,
      waitForPair,
      strict,
    },
    ...fingerprints(),
    plan: planToJson(plan, details),
  })
  output.say(
    say`Kept in ${options.out}. To publish exactly this: ${commandLine('publish --plan', options.out)}`,
  )
}
