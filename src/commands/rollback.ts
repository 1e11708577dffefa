import { loadConfig } from '../config/load.ts'
import { ExitCode } from '../errors.ts'
import { REVISED_FIELDS } from '../fields/groups.ts'
import { commandLine } from '../installation.ts'
import { toDateText } from '../language/dates.ts'
import { say } from '../language/say.ts'
import { restoreToText } from '../report/versions.ts'
import { applyChange } from '../sync/apply.ts'
import { assertRights } from '../sync/rights.ts'
import { chooseVersion, findPost, planRestore, readVersions, textOf } from '../sync/versions.ts'
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
    const found = await findPost(slug, client)
    const before = found.post
    const { revision } = chooseVersion(slug, wanted, await readVersions(found, client))
    const restore = planRestore(found, revision)
    const names = REVISED_FIELDS.filter((name) => name in restore.texts)
    if (names.length === 0) {
      output.say(say`"${slug}" is as in revision ${revision.id} already.`)
      return ExitCode.ok
    }
    output.say(say`Back to revision ${revision.id} of ${toDateText(revision.date)}:`)
    for (const name of names)
      output.say(restoreToText(name, textOf(before, name) ?? '', textOf(revision, name) ?? ''))
    assertRights([restore], client.user)
    if (!options.yes && !(await output.confirm(say`Restore this on ${client.url}?`))) return ExitCode.stopped

    const { error } = await applyChange(restore, client)
    if (error !== undefined) throw error
    output.say(
      say`Restored. The file here differs now, and the next plan shows it; ${commandLine('pull', slug)} brings it here.`,
    )
    return ExitCode.ok
  } finally {
    await close()
  }
}
