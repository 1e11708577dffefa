import { closeSync, constants, existsSync, lstatSync, mkdirSync, openSync, type Stats } from 'node:fs'
import path from 'node:path'
import { say } from '../language/say.ts'
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
 * Works in the folder that `names` lead to, having seen that every one on the way is a folder and no link.
 *
 * Linux holds on to each folder while it is worked in, so that nobody can exchange one for a link in the meantime;
 * elsewhere a moment is left between looking and writing.
 *
 * @param make whether those that are missing are made
 * @param work gets a path of the folder that is good until it returns, or until what it promises has come
 * @throws Refusal; errors of node:fs, as where one is missing
 */
export function inFolder<Result>(
  project: Project,
  names: readonly string[],
  make: boolean,
  work: (folder: string) => Result,
): Result {
  const enter = (folder: string, depth: number): Result => {
    const name = names[depth]
    if (name === undefined) return work(folder)
    const next = path.join(folder, name)
    if (make) makeFolder(next)
    assertFolder(look(next), names.slice(0, depth + 1).join('/'))
    return hold(next, (held) => enter(held, depth + 1))
  }
  return enter(project.root, 0)
}

/**
 * Makes a folder where there is nothing; another process may make it at the same time.
 *
 * @returns whether it was made
 */
export function makeFolder(folder: string): boolean {
  if (look(folder) !== undefined) return false
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Linux gives every open folder a path, which leads to it wherever its name leads by now (proc(5)). */
const HANDLES = '/proc/self/fd'

function hold<Result>(folder: string, work: (held: string) => Result): Result {
  if (!existsSync(HANDLES)) return work(folder)
  const handle = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW)
  let isWaiting = false
  try {
    const result = work(`${HANDLES}/${handle}`)
    if (!(result instanceof Promise)) return result
    isWaiting = true
    return result.finally(() => closeSync(handle)) as Result
  } finally {
    if (!isWaiting) closeSync(handle)
  }
}

/**
 * @param shown what it is called, where that is not the name that `explain` is given
 * @throws Refusal where something else is in the place of a folder
 */
export function assertFolder(found: Stats | undefined, shown?: string): void {
  assertNoLink(found, shown)
  if (found !== undefined && !found.isDirectory()) {
    throw new Refusal(
      shown === undefined ? say`it is not a folder` : say`${shown} is not a folder`,
      say`Move it away: a folder is needed in its place.`,
    )
  }
}

/**
 * @param shown what it is called, where that is not the name that `explain` is given
 * @throws Refusal where it is a link, also one that leads nowhere; a junction of Windows is one, too
 */
export function assertNoLink(found: Stats | undefined, shown?: string): void {
  if (found?.isSymbolicLink() !== true) return
  throw new Refusal(
    shown === undefined ? say`it is a symbolic link` : say`${shown} is a symbolic link`,
    say`Nothing is written through a link, which may lead out of the project: put what it leads to in its place.`,
  )
}
