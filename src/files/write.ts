import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { assertFolder, assertNoLink, inFolder, look, makeFolder, type Project } from './folders.ts'
import { splitName } from './names.ts'
import { replaceFile, type WriteOptions } from './replace-file.ts'
import { codeOf, explain } from './write-error.ts'

/**
 * Writes a file of the project, whole or not at all, and makes the folders on the way to it.
 *
 * @param name below the project, `/`-separated
 * @throws WriteError (usage) where the name leads out of the project, where the file or a folder on the way is a symbolic
 *   link, or where the operating system refuses; the file is as it was then
 */
export function writeProjectFile(
  project: Project,
  name: string,
  content: string | Uint8Array,
  options: WriteOptions = {},
): void {
  explain(name, 'written', () =>
    atPlace(project, name, true, (place) => replaceFile(place, content, options)),
  )
}

/**
 * Makes a file of the project, where there is none yet: of several processes that try it, one succeeds.
 *
 * @returns whether it was made
 * @throws WriteError as {@link writeProjectFile} does
 */
export function createProjectFile(project: Project, name: string, content: string): boolean {
  const create = (place: string): boolean => {
    assertNoLink(look(place))
    try {
      // "x" makes a file or fails: it opens none that is there and follows no link.
      const file = openSync(place, 'wx')
      try {
        writeFileSync(file, content)
      } finally {
        closeSync(file)
      }
      return true
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      throw error
    }
  }
  return explain(name, 'written', () => atPlace(project, name, true, create))
}

/**
 * Removes a file or a whole folder of the project; nothing happens where there is none.
 *
 * @throws WriteError (usage) as {@link writeProjectFile} does
 */
export function removeFromProject(project: Project, name: string): void {
  const remove = (place: string): void => {
    assertNoLink(look(place))
    rmSync(place, { recursive: true, force: true })
  }
  explain(name, 'removed', () => {
    try {
      atPlace(project, name, false, remove)
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
    }
  })
}

/**
 * Makes a folder of the project, and those on the way to it.
 *
 * @returns whether it is new
 * @throws WriteError (usage) as {@link writeProjectFile} does
 */
export function makeProjectFolder(project: Project, name: string): boolean {
  const make = (place: string): boolean => {
    assertFolder(look(place))
    return makeFolder(place)
  }
  return explain(name, 'written', () => atPlace(project, name, true, make))
}

/**
 * Where a file or folder of the project lies or would lie, for programs that write there by themselves. The folders on
 * the way are made.
 *
 * @returns an absolute path, on which no link stands below the project
 * @throws WriteError (usage) as {@link writeProjectFile} does
 */
export function projectPath(project: Project, name: string): string {
  explain(name, 'written', () => atPlace(project, name, true, (place) => assertNoLink(look(place))))
  return path.join(project.root, name)
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
    const below = path.relative(project.root, absolute)
    const isInside = !path.isAbsolute(below) && below !== '..' && !below.startsWith(`..${path.sep}`)
    const folders = isInside ? below.split(path.sep).slice(0, -1) : []
    const start = isInside ? project : { root: path.dirname(absolute) }
    inFolder(start, folders, false, (folder) =>
      replaceFile(path.join(folder, path.basename(absolute)), content),
    )
  })
}

/** Works at a place of the project, in a folder that holds no surprise; the place itself may. */
function atPlace<Result>(
  project: Project,
  name: string,
  makeFolders: boolean,
  work: (place: string) => Result,
): Result {
  const folders = splitName(name)
  const last = folders.pop() ?? ''
  return inFolder(project, folders, makeFolders, (folder) => work(path.join(folder, last)))
}
