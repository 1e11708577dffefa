import { pairPosts } from '../adopt/pair-posts.ts'
import { withId } from '../adopt/write-id.ts'
import { loadConfig } from '../config/load.ts'
import type { Config } from '../config/types.ts'
import { ExitCode } from '../errors.ts'
import type { FieldName } from '../fields/registry.ts'
import { readProjectFile } from '../files/read.ts'
import { commandLine } from '../installation.ts'
import { count } from '../language/count.ts'
import { say } from '../language/say.ts'
import { differencesToText, guessesToText, idsToText, pairsToText, withoutToText } from '../report/adopt.ts'
import { exitCodeOfFaulty } from '../report/exit-code.ts'
import { undoneToText } from '../report/undone.ts'
import { takeBack, type Written, writeRevocably } from '../revocable-files.ts'
import { type Comparison, comparePosts } from '../sync/compare.ts'
import { neededLookups, planDetails } from '../sync/details.ts'
import { planChanges } from '../sync/plan.ts'
import type { Plan } from '../sync/plan-types.ts'
import { readLookups } from '../sync/read-lookups.ts'
import { readSite } from '../sync/read-site.ts'
import { compile } from './compile.ts'
import { chooseSite, openSite } from './open-site.ts'
import type { Output } from './output.ts'

export interface AdoptOptions {
  /** Path of wp.config.json. */
  readonly config: string
  /** Write nothing. */
  readonly dryRun: boolean
  /** Write the ids without asking. */
  readonly yes: boolean
  /** Take back the ids that the last run wrote. */
  readonly undo: boolean
  /** Show the markup of contents that differ, not their text. */
  readonly html: boolean
  /** Show each post. @default false */
  readonly all?: boolean
}

/**
 * Says which posts of the site are which articles of the folder and how they differ, and writes the ids of the posts into
 * the articles. Nothing on the site changes: `publish --adopt` takes the posts over.
 */
export async function adopt(options: AdoptOptions, output: Output): Promise<ExitCode> {
  const { all = false, html } = options
  const config = await loadConfig(options.config)
  if (options.undo) {
    output.say(undoneToText(takeBack(config, 'adopt')))
    return ExitCode.ok
  }
  const chosen = await chooseSite(config, output)
  const compiled = await compile(config, output, { all })
  if (compiled === undefined) return ExitCode.content
  const { rendered, folder, selected } = compiled

  const { client, close } = await openSite(config, output, chosen)
  try {
    const { site, posts } = await output.during(say`Reading ${client.url}`, async () => ({
      site: await readSite(client, rendered, config, folder),
      posts: await client.listPosts(),
    }))
    const pairing = pairPosts(rendered, folder, site, posts, config.name)
    const now = Date.now()
    const { timezone } = config.site
    const differing = differences(comparePosts(rendered, site, { now, timezone, name: config.name, folder }))
    const whole = planChanges(rendered, site, {
      ...{ selected, folder, now, timezone, name: config.name, adopt: false, overwrite: false },
      categories: { configured: config.categories, create: true },
    })
    const plan = onlyUnmanaged(whole, differing)
    const lookups = await readLookups(client, neededLookups(plan, site), timezone)
    const details = planDetails(plan, site, rendered, lookups)
    for (const text of [
      pairsToText(pairing, differing),
      differencesToText(plan, details, { html, all }),
      guessesToText(pairing, all),
      withoutToText(pairing, all),
    ]) {
      if (text !== '') output.say(`${text}\n`)
    }
    const missing = site.isConfiguredSite ? pairing.found.filter(({ hasId }) => !hasId) : []
    await writeIds(
      missing.map(({ path, remote }) => ({ path, id: remote.id })),
      config,
      options,
      output,
    )
    output.say(say`Nothing on the site was changed.`)
    if (pairing.found.length > 0) output.say(say`To take the posts over: ${commandLine('publish --adopt')}`)
    return exitCodeOfFaulty(folder.faulty)
  } finally {
    await close()
  }
}

/** The fields in which articles and posts differ that were not published from here, by key. */
function differences(comparisons: readonly Comparison[]): Map<string, readonly FieldName[]> {
  return new Map(
    comparisons.flatMap(({ item, marker, decision: { update, drift, conflict } }) =>
      marker === undefined ? [[item.post.key, [...update, ...drift, ...conflict]]] : [],
    ),
  )
}

/**
 * Everything else is the business of `plan`; so is that a post that is taken over gets its content anew, with the marker,
 * where that says the same.
 */
function onlyUnmanaged(plan: Plan, differing: ReadonlyMap<string, readonly FieldName[]>): Plan {
  return {
    ...plan,
    ...{ changes: [], drift: [], refused: [], held: [], strangers: [], orphans: [], keptPictures: [] },
    conflicts: plan.conflicts
      .filter(({ reason }) => reason === 'unmanaged')
      .map((conflict) => ({ ...conflict, fields: differing.get(conflict.key) ?? conflict.fields })),
  }
}

async function writeIds(
  ids: readonly { readonly path: string; readonly id: number }[],
  config: Config,
  { dryRun, yes, all = false }: AdoptOptions,
  output: Output,
): Promise<void> {
  const written: (Written & { readonly id: number })[] = []
  for (const { path, id } of ids) {
    const bytes = readProjectFile(config, path)
    const text = bytes?.toString('utf8') ?? ''
    const content = withId(text, id, config.frontMatter)
    // What is no UTF-8 would be changed in other places, too; check says so of such a file.
    if (content === undefined || bytes === undefined || !Buffer.from(text).equals(bytes))
      output.say(say`${path} cannot be edited here: write "id: ${id}" into its front matter.`)
    else written.push({ name: path, content, madeFrom: text, id })
  }
  if (written.length === 0) return
  output.say(
    `${idsToText(
      written.map(({ name, id }) => ({ path: name, id })),
      all,
    )}\n`,
  )
  if (dryRun) return
  if (!yes && !(await output.confirm(say`Write the ids into ${count(written.length, 'file')}?`))) return
  writeRevocably(config, 'adopt', written)
  output.say(say`Written. To take it back: ${commandLine('adopt --undo')}`)
}
