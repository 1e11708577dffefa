import { ExitCode } from '../errors.ts'
import { undoInit } from '../installation.ts'
import { say } from '../language/say.ts'
import { type Written, writeRevocably } from '../revocable-files.ts'
import { sayWhatToSet, workflowsOf } from './init-ci.ts'
import { editorFilesOf } from './init-editor.ts'
import type { Output } from './output.ts'

type Project = { readonly root: string }

/** What init writes beside wp.config.json where it is asked to. */
export interface AdditionOptions {
  /** Also write the workflows for GitHub. @default false */
  readonly ci?: boolean
  /** Also write the settings of VS Code. @default false */
  readonly editor?: boolean
}

/**
 * The files that were asked for and are not there yet.
 *
 * @param force write over workflows that say something else
 * @throws UserError (usage) where a file is in the way
 */
export function additionsOf(project: Project, options: AdditionOptions & { force: boolean }): Written[] {
  return [
    ...(options.ci === true ? workflowsOf(project, options.force) : []),
    ...(options.editor === true ? editorFilesOf(project) : []),
  ]
}

/** Writes the additions alone, and says what is left to do. */
export function writeAdditions(
  project: Project,
  files: readonly Written[],
  options: AdditionOptions & { readonly dryRun: boolean; readonly config: string },
  output: Output,
): ExitCode {
  if (files.length === 0) {
    if (options.ci === true) output.say(say`The workflows are there already, and say the same.`)
    if (options.editor === true) output.say(say`The settings of the editor are there already.`)
    return ExitCode.ok
  }
  if (!options.dryRun) writeRevocably(project, 'init', files)
  for (const { name } of files) output.say(`  + ${name}`)
  output.say(options.dryRun ? say`Nothing was written.` : say`To take it back: ${undoInit(options.config)}`)
  if (options.ci === true) sayWhatToSet(project, output)
  return ExitCode.ok
}
