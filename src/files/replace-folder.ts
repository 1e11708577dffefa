import { constants, copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { say } from '../language/say.ts'
import { assertFolder, inFolder, look, type Project } from './folders.ts'
import { splitName } from './names.ts'
import { temporaryName } from './replace-file.ts'
import { codeOf, explainLater, Refusal } from './write-error.ts'

/** A file of a folder that is made: by its content, or as a copy of another one. */
export type Entry = { readonly content: string | Uint8Array } | { readonly copyOf: string }

/** Files of a folder by name below it, `/`-separated, each name once. */
type Entries = Iterable<readonly [string, Entry]> | AsyncIterable<readonly [string, Entry]>

/**
 * Makes a folder of the project anew: what was in it is gone afterwards, or still there whole where something failed. It
 * is made beside its place; only between two renames there is neither.
 *
 * @param name below the project, `/`-separated
 * @param entries made one by one while they are written; what making them throws is thrown as it is
 * @throws WriteError (usage) where a name leads out of the folder, where the folder or one on the way to it is a symbolic
 *   link, or where the operating system refuses
 */
export async function replaceProjectFolder(project: Project, name: string, entries: Entries): Promise<void> {
  await explainLater(name, 'replaced', async () => {
    const folders = splitName(name)
    const last = folders.pop() ?? ''
    await inFolder(project, folders, true, async (parent) => {
      const old = look(path.join(parent, last))
      assertFolder(old)
      const fresh = path.join(parent, temporaryName())
      mkdirSync(fresh)
      try {
        for await (const [file, entry] of entries) writeEntry(fresh, file, entry)
        exchange(path.join(parent, last), old !== undefined, fresh)
      } catch (error) {
        rmSync(fresh, { recursive: true, force: true })
        throw error
      }
    })
  })
}

function writeEntry(folder: string, name: string, entry: Entry): void {
  const file = path.join(folder, ...splitName(name))
  mkdirSync(path.dirname(file), { recursive: true })
  if ('content' in entry) writeFileSync(file, entry.content, { flag: 'wx' })
  else copyFile(entry.copyOf, file)
}

function copyFile(source: string, target: string): void {
  try {
    copyFileSync(source, target, constants.COPYFILE_EXCL)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    throw new Refusal(say`${source}, of which it holds a copy, is gone`, say`Run the command again.`)
  }
}

function exchange(target: string, isThere: boolean, fresh: string): void {
  if (!isThere) {
    renameSync(fresh, target)
    return
  }
  const retired = path.join(path.dirname(target), temporaryName())
  renameSync(target, retired)
  try {
    renameSync(fresh, target)
  } catch (error) {
    renameSync(retired, target)
    throw error
  }
  rmSync(retired, { recursive: true, force: true })
}
