import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ExitCode, UserError } from '../errors.ts'
import { readSealedFile, writeSealedFile } from '../files/sealed-files.ts'
import { makeProjectFolder, writeProjectFile } from '../files/write.ts'
import { commandLine } from '../installation.ts'
import { say } from '../language/say.ts'
import type { SandboxPlace } from './place.ts'

/** Says, by its seal, that what lies in the folder was made by this user on this machine. */
const MARK = 'made-here.json'

/**
 * Makes sure that a sandbox is one of our own before anything of it is believed or run: a repository can bring a folder
 * along that says where the embedded WordPress listens, or a WordPress that is none.
 *
 * @throws UserError (usage) where somebody else made it, or where there is no key of this machine; WriteError (usage)
 *   where it is a link or cannot be written to
 */
export function claimSandbox({ project, folder }: SandboxPlace): void {
  const [top = folder] = folder.split('/')
  const mark = `${top}/${MARK}`
  makeProjectFolder(project, top)
  if (readSealedFile(project, mark).kind === 'ours') return
  // Another process may be about to write the mark, which is first of all.
  const found = readdirSync(path.join(project.root, top)).filter(
    (name) => ![MARK, '.gitignore'].includes(name) && !/^\.rensai-.*\.tmp$/.test(name),
  )
  if (found.length > 0) throw foreign(top)
  writeSealedFile(project, mark, '{}')
  writeProjectFile(project, `${top}/.gitignore`, '*\n')
}

/** @param name of the folder, or of a file in it */
export function foreign(name: string): UserError {
  return new UserError(
    say`${name} was not made by you on this machine, so the embedded WordPress does not start from it.`,
    {
      advice: say`To start afresh, without the posts in it: ${commandLine('sandbox --reset')}`,
      exitCode: ExitCode.usage,
    },
  )
}
