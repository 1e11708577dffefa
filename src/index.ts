/**
 * The library: what the commands do, without their terminal. See docs/api.md.
 *
 * Everything that is expected to fail throws a `UserError` with advice; problems of the articles are messages on their
 * files.
 */
import type { VFile } from 'vfile'
import { compile } from './commands/compile.ts'
import { type OpenSite, openSite } from './commands/open-site.ts'
import type { Output } from './commands/output.ts'
import type { Config } from './config/types.ts'
import { ExitCode, UserError } from './errors.ts'
import { listFiles } from './judge/files.ts'
import { createJudge } from './judge/judge.ts'
import { say } from './language/say.ts'
import type { RenderedPost } from './render/types.ts'
import { applyPlan } from './sync/apply.ts'
import { planChanges } from './sync/plan.ts'
import type { Outcome, Plan } from './sync/plan-types.ts'
import { readSite } from './sync/read-site.ts'
import { assertRights } from './sync/rights.ts'
import { assertPatternsMatch, matchesOnly, selectPosts } from './sync/select.ts'
import type { SiteState } from './sync/types.ts'

export { loadConfig } from './config/load.ts'
export type { Change } from './sync/changes/registry.ts'
export type { Outcome, Plan } from './sync/plan-types.ts'
export { type Config, ExitCode, type OpenSite, type RenderedPost, UserError }

/** Nobody reads along, and nobody can be asked. */
const silent: Pick<Output, 'say' | 'during'> = { say: () => {}, during: (_, work) => work(() => {}) }

/**
 * Judges every article of a project by every rule that asks no other site, as `rensai check` does.
 *
 * @returns the articles, and other files that there is something to say of; `messages` of each hold what was found, by
 *   rule (`ruleId`), and are errors where `fatal` is true
 */
export async function check(config: Config): Promise<readonly VFile[]> {
  return listFiles(await createJudge(config, { render: false, strict: true }).judge())
}

/**
 * Renders every article of a project for publishing. Addresses and ids of a site are left open until it is planned.
 *
 * @throws UserError (content) where an article has an error, which `check` names
 */
export async function render(config: Config): Promise<readonly RenderedPost[]> {
  const compiled = await compile(config, silent, { strict: true })
  if (compiled !== undefined) return compiled.rendered
  throw new UserError(say`An article has an error, so nothing was rendered.`, {
    advice: say`Ask check() what it is.`,
    exitCode: ExitCode.content,
  })
}

/**
 * Connects to the site that WP_URL, WP_USERNAME and WP_APP_PASSWORD name, in the environment or in .env beside
 * wp.config.json; where none of them is set, starts the embedded WordPress. Its `close` is to be called at the end.
 *
 * @throws UserError (usage, site) where the login is half set or refused, or the site cannot be reached
 */
export async function connect(config: Config): Promise<OpenSite> {
  return await openSite(config, silent)
}

/** What to plan, and what it may do. */
export interface PlanOptions {
  /** Slugs or globs. @default every article */
  readonly only?: readonly string[]
  /** Take over posts that were not published from here. @default false */
  readonly adopt?: boolean
  /** Write over what was edited in wp-admin. @default false */
  readonly overwrite?: boolean
  /** Create categories that the site does not have. @default in the embedded WordPress only */
  readonly createCategories?: boolean
  /** Move posts whose file is gone to the trash. @default false */
  readonly prune?: boolean
  /** Make the languages of a pair public together or not at all. @default false */
  readonly waitForPair?: boolean
}

/** A plan, with the state of the site that it is a plan for. */
export interface PlannedSite {
  readonly plan: Plan
  readonly state: SiteState
}

/**
 * Says what would have to change on a site so that it has what the articles ask for. Nothing is written.
 *
 * @param posts all articles of the project, since links lead to those that are not published as well
 * @throws UserError (usage, site) where a pattern of `only` matches nothing, or the site does not answer; what keeps one
 *   article from being published, such as a category that the site does not have, stands in `plan.refused`
 */
export async function plan(
  posts: readonly RenderedPost[],
  { client, isSandbox }: OpenSite,
  config: Config,
  options: PlanOptions = {},
): Promise<PlannedSite> {
  const { only, adopt = false, overwrite = false, createCategories = isSandbox, prune = false } = options
  const selected = selectPosts(posts, only)
  const state = await readSite(client, posts, config)
  const planned = planChanges(posts, state, {
    selected,
    now: Date.now(),
    timezone: config.site.timezone,
    name: config.name,
    categories: { configured: config.categories, create: createCategories },
    adopt,
    overwrite,
    waitForPair: options.waitForPair ?? false,
    orphans: { matches: matchesOnly(only), prune },
  })
  const slugs = [...posts.map(({ post }) => post.slug), ...planned.orphans.map(({ slug }) => slug)]
  assertPatternsMatch(only, slugs)
  return { plan: planned, state }
}

/**
 * Carries out a plan, the only function here that changes a site. What fails stays on its outcome, and what depends on
 * it is skipped; a further run goes on from there.
 *
 * @param onOutcome told of each change as it is made
 * @returns one outcome for each change, in the order of the plan
 * @throws UserError (site) before anything is sent, where the login may not do what is planned
 */
export async function apply(
  { plan: agreed, state }: PlannedSite,
  { client }: OpenSite,
  onOutcome: (outcome: Outcome) => void = () => {},
): Promise<readonly Outcome[]> {
  assertRights(agreed.changes, state.user)
  return await applyPlan(agreed, state, client, { onOutcome })
}
