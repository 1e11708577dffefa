import { randomBytes } from 'node:crypto'
import { linkSync, lstatSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { userCacheFolder } from '../config/environment.ts'
import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import type { Project } from './folders.ts'
import { readPlainFile } from './read.ts'
import { temporaryName } from './replace-file.ts'
import { codeOf, Refusal } from './write-error.ts'

const FILE = 'machine-key'

/** 256 bits, as HMAC with SHA-256 takes at most without hashing them first (RFC 2104, 3). */
const BYTES = 32

const known = new Map<string, Buffer>()

/**
 * The secret of this user on this machine, by which Rensai knows again what it wrote itself: it lies in the user's cache
 * folder, where nothing of a repository comes to lie, and is made when it is first asked for.
 *
 * @throws UserError (usage) where the folder cannot be used, lies inside the project, or others may read or write the key
 */
export function machineKey(project: Project): Buffer {
  const folder = path.join(userCacheFolder(), 'rensai')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const real = realpathSync(folder)
    // A repository could bring a key along there.
    if (isInside(realpathSync(project.root), real)) throw new Refusal(say`it lies inside the project`, '')
    const key = known.get(real) ?? readKey(path.join(real, FILE)) ?? makeKey(real)
    known.set(real, key)
    return key
  } catch (error) {
    if (!(error instanceof Refusal) && codeOf(error) === undefined) throw error
    const reason = error instanceof Refusal ? error.problem.reason : (codeOf(error) ?? '')
    throw new UserError(say`The key of this machine cannot be kept in ${folder}: ${reason}.`, {
      advice: say`Let XDG_CACHE_HOME (on Windows LOCALAPPDATA) name a folder outside the project that only you can write to.`,
      exitCode: ExitCode.usage,
      cause: error,
    })
  }
}

function readKey(file: string): Buffer | undefined {
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (found === undefined) return undefined
  const key = Buffer.from(readPlainFile(file).toString('latin1').trim(), 'hex')
  const user = process.getuid?.()
  // Windows tells no permissions this way; its folder is the user's own.
  if (user !== undefined && (found.uid !== user || (found.mode & 0o077) !== 0)) {
    throw new Refusal(say`it is not yours alone`, '')
  }
  if (key.length !== BYTES) throw new Refusal(say`it holds something else; remove it`, '')
  return key
}

/** Of several processes that make one at the same time, all have the key of the first. */
function makeKey(folder: string): Buffer {
  const temporary = path.join(folder, temporaryName())
  const file = path.join(folder, FILE)
  writeFileSync(temporary, `${randomBytes(BYTES).toString('hex')}\n`, { flag: 'wx', mode: 0o600 })
  try {
    linkSync(temporary, file)
  } catch (error) {
    // A file system without hard links: the last one wins, and what the others have written is void.
    if (codeOf(error) !== 'EEXIST') renameSync(temporary, file)
  } finally {
    rmSync(temporary, { force: true })
  }
  const key = readKey(file)
  if (key === undefined) throw new Refusal(say`it is gone again`, '')
  return key
}

function isInside(folder: string, file: string): boolean {
  const below = path.relative(folder, file)
  return below !== '..' && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below)
}
