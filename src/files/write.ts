import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { assertNoLink, enterFolder, look, type Project } from './folders.ts'
import { splitName } from './names.ts'
import { replaceFile, type WriteOptions } from './replace-file.ts'
import { codeOf, explain } from './write-error.ts'

/**
 * Writes a file of the project, whole or not at all, and makes the folders on the way to it.
 *
 * @param name below the project, `/`-separated
 * @throws WriteError (usage) where the name leads out of the project, where the file or a folder on the way is a symbolic
 *   link, or where the operating system refuses; nothing has changed then
 */
export function writeProjectFile(
  project: Project,
  name: string,
  content: string | Uint8Array,
  options: WriteOptions = {},
): void {
  explain(name, 'written', () => {
    const folders = splitName(name)
    const file = folders.pop() ?? ''
    const folder = enterFolder(project, folders, true)
    const assertPlace = (): void => void enterFolder(project, folders, false)
    replaceFile(path.join(folder, file), content, assertPlace, options)
  })
}

/**
 * Makes a file of the project, where there is none yet: of several processes that try it, one succeeds.
 *
 * @returns whether it was made
 * @throws WriteError as {@link writeProjectFile} does
 */
export function createProjectFile(project: Project, name: string, content: string): boolean {
  return explain(name, 'written', () => {
    const place = placeOf(project, name, true)
    try {
      const made = openSync(place, 'wx')
      try {
        writeFileSync(made, content)
      } finally {
        closeSync(made)
      }
      return true
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      throw error
    }
  })
}

/**
 * Removes a file or a whole folder of the project; nothing happens where there is none.
 *
 * @throws WriteError (usage) as {@link writeProjectFile} does
 */
export function removeFromProject(project: Project, name: string): void {
  explain(name, 'removed', () => rmSync(placeOf(project, name, false), { recursive: true, force: true }))
}

/**
 * Makes a folder of the project, and those on the way to it.
 *
 * @returns whether it is new
 * @throws WriteError (usage) as {@link writeProjectFile} does
 */
export function makeProjectFolder(project: Project, name: string): boolean {
  return explain(name, 'written', () => {
    const isNew = look(placeOf(project, name, false)) === undefined
    enterFolder(project, splitName(name), true)
    return isNew
  })
}

/**
 * Where a file or folder of the project lies or would lie, for programs that write there by themselves.
 *
 * @returns an absolute path, on which no link stands below the project
 * @throws WriteError (usage) where one does
 */
export function projectPath(project: Project, name: string): string {
  return explain(name, 'written', () => placeOf(project, name, false))
}

function placeOf(project: Project, name: string, makeFolders: boolean): string {
  const names = splitName(name)
  const place = path.join(enterFolder(project, names.slice(0, -1), makeFolders), names.at(-1) ?? '')
  assertNoLink(look(place), 'it')
  return place
}

/**
 * Writes a file that the person at the terminal named; it may lie outside the project, in a folder that exists. Inside
 * the project no folder on the way may be a link; outside, the way is the person's own choice.
 *
 * @param file absolute, or relative to the working directory
 * @throws WriteError (usage) where it is a link or no file, or where the operating system refuses
 */
export function writeNamedFile(project: Project, file: string, content: string | Uint8Array): void {
  explain(file, 'written', () => {
    const absolute = path.resolve(file)
    const names = path.relative(project.root, absolute).split(path.sep)
    const isInside = names[0] !== '..' && !path.isAbsolute(names.join(path.sep))
    const folders = isInside ? names.slice(0, -1) : []
    const assertPlace = (): void => void enterFolder(project, folders, false)
    assertPlace()
    replaceFile(absolute, content, assertPlace, {})
  })
}
