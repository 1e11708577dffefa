import type { Config } from './config/types.ts'
import { ExitCode, UserError } from './errors.ts'
import { readProjectFile } from './files/read.ts'
import { removeFromProject, writeProjectFile } from './files/write.ts'
import { readKeptFile, writeKeptFile } from './kept-files.ts'
import { say } from './language/say.ts'
import { sha256 } from './standards/sha256.ts'

/** A file that is written, or takes the place of another name. */
export interface Written {
  readonly name: string
  readonly content: string
  /** What stood in the file that it was made from, or in the one that it takes the place of; `undefined` for a new file. */
  readonly madeFrom: string | undefined
  /** Another file that it takes the place of. */
  readonly insteadOf?: string
}

/** How a file was before. */
interface KeptState {
  readonly name: string
  /** base64; `undefined` where there was no such file. */
  readonly before?: string
  /** sha256 of what was written; `undefined` where the file was taken away. */
  readonly after?: string
}

type Project = Pick<Config, 'root'>

/** The commands whose files can be taken back. */
export type Writer = 'init' | 'adopt'

const placeOf = (writer: Writer): string => `${writer}.json`

/**
 * Writes files so that they can be taken back; what is there is kept first.
 *
 * @throws UserError (usage) where it cannot be kept, or where a file is not what it was made from, since somebody edited
 *   it while the command asked: then nothing is written; WriteError as `writeProjectFile`
 */
export function writeRevocably(project: Project, writer: Writer, files: readonly Written[]): void {
  const changed = files.find((file) => !isAsRead(project, file))
  if (changed !== undefined) {
    throw new UserError(
      say`${changed.insteadOf ?? changed.name} was changed meanwhile, so nothing was written.`,
      {
        advice: say`Run the command again.`,
        exitCode: ExitCode.usage,
      },
    )
  }
  const kept = placeOf(writer)
  const states = files.flatMap(({ name, content, insteadOf }): KeptState[] => [
    { ...stateOf(project, name), after: sha256(Buffer.from(content)) },
    ...(insteadOf === undefined ? [] : [stateOf(project, insteadOf)]),
  ])
  writeKeptFile(project, kept, states)
  if (JSON.stringify(readKeptFile(project, kept)) !== JSON.stringify(states)) {
    throw new UserError(say`The files as they are cannot be kept in .rensai/, so nothing was written.`, {
      advice: say`Make sure that .rensai/ is no link and can be written to, and that your cache folder can.`,
      exitCode: ExitCode.usage,
    })
  }
  for (const { name, content, insteadOf } of files) {
    writeProjectFile(project, name, content)
    if (insteadOf !== undefined) removeFromProject(project, insteadOf)
  }
}

function isAsRead(project: Project, { name, madeFrom, insteadOf }: Written): boolean {
  const now = readProjectFile(project, insteadOf ?? name)
  if (insteadOf !== undefined && readProjectFile(project, name) !== undefined) return false
  return madeFrom === undefined ? now === undefined : now?.equals(Buffer.from(madeFrom)) === true
}

function stateOf(project: Project, name: string): KeptState {
  const before = readProjectFile(project, name)?.toString('base64')
  return before === undefined ? { name } : { name, before }
}

/** What became of the files that were to be taken back. */
export interface Undone {
  readonly restored: readonly string[]
  readonly removed: readonly string[]
  /** Edited since, and therefore left as they are. */
  readonly left: readonly string[]
}

/**
 * Makes every file what it was before the last `writeRevocably`, but for those that were edited since.
 *
 * @throws UserError (usage) where nothing is kept; WriteError as `writeProjectFile`
 */
export function takeBack(project: Project, writer: Writer): Undone {
  const kept = placeOf(writer)
  const states = readKeptFile(project, kept) as readonly KeptState[] | undefined
  if (states === undefined || states.length === 0) {
    throw new UserError(say`There is nothing to take back: ${writer} has written nothing here.`, {
      advice: say`What it wrote is kept in .rensai/ on the machine where it ran, until it is taken back.`,
      exitCode: ExitCode.usage,
    })
  }
  const undone = { restored: [] as string[], removed: [] as string[], left: [] as string[] }
  for (const { name, before, after } of states) {
    const now = readProjectFile(project, name)
    const isAsWritten = (now === undefined ? undefined : sha256(now)) === after
    if (!isAsWritten) undone.left.push(name)
    else if (before === undefined) {
      removeFromProject(project, name)
      undone.removed.push(name)
    } else {
      writeProjectFile(project, name, Buffer.from(before, 'base64'))
      undone.restored.push(name)
    }
  }
  writeKeptFile(project, kept, [])
  return undone
}
