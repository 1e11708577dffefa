import { loadConfig } from '../config/load.ts'
import { ExitCode, UserError } from '../errors.ts'
import { restoreToText } from '../report/versions.ts'
import type { PostFields } from '../site/types.ts'
import { applyRestore } from '../sync/apply-restore.ts'
import { differs, findPost, readVersions, TEXTS, textOf, type Version } from '../sync/versions.ts'
import { openSite } from './open-site.ts'
import type { Output } from './output.ts'

export interface RollbackOptions {
  /** Path of wp.config.json. */
  readonly config: string
  /** Do it without asking. */
  readonly yes: boolean
}

/**
 * Writes the texts of an older revision back into a post, after showing what that changes.
 *
 * @param wanted id of the revision; `undefined` means the one before the present one
 */
export async function rollback(
  slug: string,
  wanted: string | undefined,
  options: RollbackOptions,
  output: Output,
): Promise<ExitCode> {
  const config = await loadConfig(options.config)
  const { client, close } = await openSite(config, output)
  try {
    const before = await findPost(slug, client)
    const { revision } = chooseVersion(slug, wanted, await readVersions(before, client))
    const names = TEXTS.filter((name) => differs(before, revision, name))
    if (names.length === 0) {
      output.say(`"${slug}" is as in revision ${revision.id} already.`)
      return ExitCode.ok
    }
    output.say(`Back to revision ${revision.id} of ${revision.date.replace('T', ' ')}:`)
    for (const name of names)
      output.say(restoreToText(name, textOf(before, name) ?? '', textOf(revision, name) ?? ''))
    if (!options.yes && !(await output.confirm(`Restore this on ${client.url}?`))) return ExitCode.stopped

    const fields: PostFields = Object.fromEntries(names.map((name) => [name, textOf(revision, name)]))
    await applyRestore({ before, fields }, client)
    output.say(
      `Restored. The file here differs now, and the next plan shows it; npm run pull -- ${slug} brings it here.`,
    )
    return ExitCode.ok
  } finally {
    await close()
  }
}

function chooseVersion(slug: string, wanted: string | undefined, versions: readonly Version[]): Version {
  const found =
    wanted === undefined ? versions[1] : versions.find(({ revision }) => String(revision.id) === wanted)
  if (found !== undefined) return found
  throw new UserError(
    wanted === undefined ? `"${slug}" has no earlier revision.` : `"${slug}" has no revision ${wanted}.`,
    { advice: `npm run history -- ${slug} lists them.`, exitCode: ExitCode.usage },
  )
}
