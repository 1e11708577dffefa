import { randomBytes } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { say } from '../language/say.ts'
import { assertNoLink, look } from './folders.ts'
import { codeOf, Refusal } from './write-error.ts'

export interface WriteOptions {
  /**
   * Wait until the disk has it, so that a loss of power leaves the old file or the new one.
   *
   * @default true
   */
  readonly durable?: boolean
  /**
   * Permissions of a file that is new, of which the umask is taken; one that is there keeps its own.
   *
   * @default 0o666
   */
  readonly mode?: number
}

/**
 * Puts a new file in the place of an old one, or where none was. Whoever reads at the same time, and whoever comes after
 * a kill, finds the old file or the new one, never half of one. It is done without a pause, so that Ctrl+C comes before
 * or after; a kill may leave the temporary file behind, whose name nothing takes for an article or a picture.
 *
 * @param target absolute path in a folder that exists
 * @throws Refusal where it is a link or no file; errors of node:fs
 */
export function replaceFile(
  target: string,
  content: string | Uint8Array,
  { durable = true, mode = 0o666 }: WriteOptions = {},
): void {
  const old = look(target)
  assertFile(old)
  // A rename needs no permission for the file that it replaces, but who took it away meant it.
  if (old !== undefined) accessSync(target, constants.W_OK)
  const temporary = path.join(path.dirname(target), temporaryName())
  // "x" makes a file or fails: it opens none that is there and follows no link.
  const file = openSync(temporary, 'wx', mode)
  try {
    try {
      writeFileSync(file, content)
      if (old !== undefined) keepOwner(file, old)
      if (durable) fsyncSync(file)
    } finally {
      closeSync(file)
    }
    // Replaces a link that has come in the meantime, and does not follow it.
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Hidden, and with an ending that belongs to nobody. */
export function temporaryName(): string {
  return `.rensai-${randomBytes(6).toString('hex')}.tmp`
}

function assertFile(found: Stats | undefined): void {
  assertNoLink(found)
  if (found !== undefined && !found.isFile()) {
    throw new Refusal(say`it is not a file`, say`Move it away, or name another file.`)
  }
}

function keepOwner(file: number, { mode, uid, gid }: Stats): void {
  const made = fstatSync(file)
  if (made.uid !== uid || made.gid !== gid) {
    try {
      fchownSync(file, uid, gid)
    } catch (error) {
      // Only root may give a file away; whoever else may write here owns it from now on.
      if (codeOf(error) !== 'EPERM') throw error
    }
  }
  fchmodSync(file, mode & 0o7777)
}
