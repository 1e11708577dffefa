import { loadConfig } from '../config/load.ts'
import { ExitCode } from '../errors.ts'
import { say } from '../language/say.ts'
import { exitCodeOfFaulty } from '../report/exit-code.ts'
import { printable } from '../report/printable.ts'
import { editAddress } from '../site/edit-address.ts'
import { compile } from './compile.ts'
import type { Output } from './output.ts'
import { pushDrafts } from './push-drafts.ts'
import { untilStopped } from './until-stopped.ts'

export interface PreviewWordPressOptions {
  /** Path of wp.config.json. */
  readonly config: string
  /** Somebody else wrote the project: nothing of it is run. @default false */
  readonly untrusted?: boolean
  /** Write over what was edited in wp-admin. */
  readonly overwrite: boolean
  /** Show where in the program a bug came from. */
  readonly debug?: boolean
}

/** Shows the drafts in a real WordPress, its theme and its editor, until the process is told to stop. */
export async function previewWordPress(options: PreviewWordPressOptions, output: Output): Promise<ExitCode> {
  const config = await loadConfig(options.config, options)
  const compiled = await compile(config, output)
  if (compiled === undefined) return ExitCode.content
  const { rendered, folder } = compiled
  const { sandbox, drafts, outcomes } = await pushDrafts(rendered, folder, config, options, output)
  const lines = drafts.flatMap(({ title, id }) =>
    id === undefined
      ? []
      : [
          printable(title),
          `  ${say`preview: ${`${sandbox.url}/?p=${id}&preview=true`}`}`,
          `  ${say`editor:  ${editAddress(sandbox.url, id)}`}`,
        ],
  )
  output.say(
    [
      '',
      ...lines,
      '',
      say`WordPress shows drafts only to those who log in, once: ${`${sandbox.url}/wp-login.php`}`,
      say`Login:    ${sandbox.username}`,
      say`Password: ${sandbox.adminPassword}`,
      say`Ctrl+C stops it; its posts stay.`,
    ].join('\n'),
  )
  await untilStopped()
  await sandbox.stop()
  if (outcomes.some(({ status }) => status !== 'applied')) return ExitCode.partial
  return exitCodeOfFaulty(folder.faulty)
}
