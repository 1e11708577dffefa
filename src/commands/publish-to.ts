import type { Config } from '../config/types.ts'
import { ExitCode } from '../errors.ts'
import { createJudge } from '../judge/judge.ts'
import { say } from '../language/say.ts'
import {
  exitCodeOfFaulty,
  exitCodeOfOutcomes,
  exitCodeOfPlan,
  exitCodeOfVerifications,
} from '../report/exit-code.ts'
import { outcomesToJson, outcomesToTable, outcomeToText } from '../report/outcomes.ts'
import { planToJson } from '../report/plan.ts'
import { planToText } from '../report/plan-text.ts'
import { verificationsToText } from '../report/verifications.ts'
import type { Client } from '../site/client.ts'
import { toJsonDocument } from '../standards/json.ts'
import { applyPlan } from '../sync/apply.ts'
import { neededLookups, planDetails } from '../sync/details.ts'
import { fingerprintArticles, fingerprintPlan } from '../sync/fingerprint.ts'
import { assertMadeFrom, assertSamePlan, type PlanFile } from '../sync/plan-file.ts'
import type { Outcome } from '../sync/plan-types.ts'
import { postsToRemember } from '../sync/posts-to-remember.ts'
import { readAhead } from '../sync/read-ahead.ts'
import { readAndPlan } from '../sync/read-and-plan.ts'
import { readLookups } from '../sync/read-lookups.ts'
import { rememberPosts } from '../sync/remembered.ts'
import { assertRights } from '../sync/rights.ts'
import { assertPatternsMatch, matchesOnly } from '../sync/select.ts'
import type { Verification } from '../verify/verify.ts'
import { openInBrowser } from './browser.ts'
import { compile } from './compile.ts'
import { confirmPrune } from './confirm-prune.ts'
import { type Approach, type ChosenSite, openSite } from './open-site.ts'
import { canAsk, type Output } from './output.ts'
import type { PublishOptions } from './publish-options.ts'
import { type Fingerprints, showPlan } from './show-plan.ts'

/** Of more changes than these, terms and pictures that were made are told by the closing lines alone. */
const MANY_CHANGES = 60

/**
 * Makes a site have what the articles ask for; with `dryRun` says what that would take.
 *
 * @param planned the plan that was kept, if it is to be carried out
 * @throws LostTextsError where contents were deferred and cannot be read; nothing has been sent
 */
export async function publishTo(
  {
    chosen,
    approach,
    defersContents,
  }: {
    readonly chosen: ChosenSite
    readonly approach: Approach | undefined
    /** Whether what earlier runs rendered is read only where somebody asks for it. */
    readonly defersContents: boolean
  },
  config: Config,
  planned: PlanFile | undefined,
  options: PublishOptions,
  output: Output,
): Promise<ExitCode> {
  const judge = createJudge(config, { render: true, strict: options.strict, once: true, defersContents })
  const compiled = await compile(config, output, options, judge)
  if (compiled === undefined) return ExitCode.content
  const { rendered, folder, selected, slugs } = compiled
  // A pattern may be meant for a post without a file, which only the site knows.
  if (!options.prune) assertPatternsMatch(options.only, slugs)
  if (!options.prune && rendered.every(({ post }) => !selected.has(post.key))) {
    output.say(say`No article is left to publish. Nothing was sent.`)
    return exitCodeOfFaulty(folder.faulty.filter(({ key }) => selected.has(key)))
  }
  const articles = (): string => fingerprintArticles(rendered, selected)

  const { client, isSandbox, keepOpen, close } = await openSite(config, output, chosen, approach)
  try {
    if (planned !== undefined) assertMadeFrom(planned, { site: client.url, articles: articles() })
    const ahead = await (approach?.ahead ?? readAhead(client))
    const { site, plan } = await output.during(say`Reading ${client.url}`, () =>
      readAndPlan(
        client,
        rendered,
        config,
        {
          selected,
          folder,
          now: Date.now(),
          timezone: config.site.timezone,
          name: config.name,
          categories: { configured: config.categories, create: isSandbox || options.createCategories },
          adopt: options.adopt,
          overwrite: options.overwrite,
          waitForPair: options.waitForPair === true,
          orphans: { matches: matchesOnly(options.only), prune: options.prune === true },
        },
        ahead,
      ),
    )
    assertPatternsMatch(options.only, [...slugs, ...plan.orphans.map(({ slug }) => slug)])
    const fingerprint = (): string => fingerprintPlan(plan, site)
    if (planned !== undefined) assertSamePlan(planned, fingerprint())

    const lookups = await readLookups(client, neededLookups(plan, site), config.site.timezone)
    const details = planDetails(plan, site, rendered, lookups)
    if (options.dryRun) {
      const fingerprints = (): Fingerprints => ({ articles: articles(), fingerprint: fingerprint() })
      await showPlan(plan, details, fingerprints, options, config, output)
      return exitCodeOfPlan(plan)
    }
    output.say(planToText(plan, details, { html: options.html === true, all: options.all }))

    assertRights(plan.changes, site.user)
    const agreed = await confirmPrune(plan, options.yes === true, output)
    if (agreed.changes.length > 0) output.say('')
    const isTold = (outcome: Outcome): boolean =>
      options.all === true ||
      outcome.status !== 'applied' ||
      'after' in outcome.change ||
      agreed.changes.length <= MANY_CHANGES
    const outcomes = await output.during(say`Publishing to ${client.url}`, (update) =>
      applyPlan(agreed, site, client, {
        onOutcome: (outcome) => {
          if (isTold(outcome)) output.say(`  ${outcomeToText(outcome, options.debug)}`)
          update(say`Publishing to ${client.url}`)
        },
      }),
    )
    // The embedded WordPress is emptied at will.
    if (!isSandbox) rememberPosts(config, client.url, postsToRemember(site.remembered, agreed, outcomes))
    const verified = options.verify === true ? await verify(outcomes, client, output) : undefined
    if (options.json) {
      const done = { outcomes: outcomesToJson(outcomes), requests: client.counts }
      const document = {
        ...planToJson(agreed, details),
        ...done,
        ...(verified === undefined ? {} : { verified }),
      }
      output.print(toJsonDocument(document))
    } else {
      output.say(closing(outcomesToTable(agreed, outcomes, options.all), outcomes))
    }
    if (verified !== undefined) output.say(verificationsToText(verified))
    if (options.open === true) await openInBrowser(client.url, output)
    if (options.open ?? canAsk()) await keepOpen?.()
    return exitCodeOfVerifications(verified ?? [], exitCodeOfOutcomes(agreed, outcomes))
  } finally {
    await close()
  }
}

/** Looks at what was written as visitors see it; as the site has it at the end, links mended. */
async function verify(outcomes: readonly Outcome[], client: Client, output: Output): Promise<Verification[]> {
  const ids = outcomes.flatMap(({ change, status, id }) =>
    'after' in change && status === 'applied' && id !== undefined ? [id] : [],
  )
  const { verifyPosts } = await import('../verify/verify.ts')
  return await output.during(say`Looking at the public pages`, async () =>
    verifyPosts(await client.listPostsById(ids)),
  )
}

function closing(table: string, outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ status }) => status !== 'applied').length
  return [
    '',
    table,
    ...(failed === 0
      ? []
      : [say`${failed} of ${outcomes.length} changes were not made; run the command again to go on.`]),
  ].join('\n')
}
