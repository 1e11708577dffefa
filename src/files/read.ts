import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { say } from '../language/say.ts'
import { inFolder, look, type Project } from './folders.ts'
import { splitName } from './names.ts'
import { codeOf, explain, Refusal } from './write-error.ts'

/** Far above anything that is kept, and far below what would fill the memory. */
const LARGEST = 256 * 1024 * 1024

/** Of a link that comes between looking and opening nothing is read; nor does a pipe make us wait (open(2)). */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * Reads a file of the project for which somebody else's may be put: never through a link, and neither a device nor a pipe.
 *
 * @param name below the project, `/`-separated
 * @returns `undefined` where there is none
 * @throws WriteError (usage) where a link is in its place or on the way, where it is no file, or where the operating
 *   system refuses
 */
export function readProjectFile(project: Project, name: string): Buffer | undefined {
  return explain(name, 'read', () => {
    const folders = splitName(name)
    const last = folders.pop() ?? ''
    try {
      return inFolder(project, folders, false, (folder) => readPlainFile(path.join(folder, last)))
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  })
}

/**
 * Reads a file, and nothing else that may be in its place.
 *
 * @param file absolute path
 * @throws Refusal; errors of node:fs
 */
export function readPlainFile(file: string): Buffer {
  // Where the system knows no O_NOFOLLOW, as on Windows, a moment is left between looking and opening.
  if (look(file)?.isSymbolicLink() === true) throw isLink()
  const handle = open(file)
  try {
    const found = fstatSync(handle)
    if (!found.isFile()) throw new Refusal(say`it is not a file`, say`Move it away.`)
    if (found.size > LARGEST) throw new Refusal(say`it is too large`, say`Move it away.`)
    return readFileSync(handle)
  } finally {
    closeSync(handle)
  }
}

function open(file: string): number {
  try {
    return openSync(file, FLAGS)
  } catch (error) {
    if (codeOf(error) === 'ELOOP') throw isLink()
    throw error
  }
}

function isLink(): Refusal {
  return new Refusal(
    say`it is a symbolic link`,
    say`Nothing is read through a link here, which may lead to a file of somebody else: put the file in its place.`,
  )
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'
}
