import { lstatSync, mkdirSync, type Stats } from 'node:fs'
import path from 'node:path'
import { codeOf, Refusal } from './write-error.ts'

/** The project: everything that is written lies below `root`, which itself may be reached through a link. */
export interface Project {
  /** Absolute path. */
  readonly root: string
}

/** What lies at a place, a link itself and not what it leads to; `undefined` where nothing does. */
export function look(file: string): Stats | undefined {
  return lstatSync(file, { throwIfNoEntry: false })
}

/**
 * The folder that `names` lead to, having seen that every one on the way is a folder and no link.
 *
 * @param make whether those that are missing are made; otherwise the way may end early
 * @throws Refusal
 */
export function enterFolder({ root }: Project, names: readonly string[], make: boolean): string {
  let folder = root
  for (const [index, name] of names.entries()) {
    folder = path.join(folder, name)
    const shown = names.slice(0, index + 1).join('/')
    if (make && look(folder) === undefined) makeFolder(folder)
    assertFolder(look(folder), shown)
  }
  return folder
}

/** Another process may make the same folder at the same time. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

/**
 * @param shown what it is called
 * @throws Refusal where something else is in its place
 */
export function assertFolder(found: Stats | undefined, shown: string): void {
  assertNoLink(found, shown)
  if (found !== undefined && !found.isDirectory()) {
    throw new Refusal(`${shown} is not a folder`, 'Move it away: a folder is needed in its place.')
  }
}

/**
 * @param shown what the link is called
 * @throws Refusal where it is a link, also one that leads nowhere; a junction of Windows is one, too
 */
export function assertNoLink(found: Stats | undefined, shown: string): void {
  if (found?.isSymbolicLink() !== true) return
  throw new Refusal(
    `${shown} is a symbolic link`,
    'Nothing is written through a link, which may lead out of the project: put what it leads to in its place.',
  )
}
