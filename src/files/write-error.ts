import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { own } from '../standards/own.ts'

/** What was to be done to a file or folder. */
export type Deed = 'read' | 'written' | 'replaced' | 'removed'

const CANNOT: Readonly<Record<Deed, (name: string, reason: string) => string>> = {
  read: (name, reason) => say`${name} cannot be read: ${reason}.`,
  written: (name, reason) => say`${name} cannot be written: ${reason}.`,
  replaced: (name, reason) => say`${name} cannot be replaced: ${reason}.`,
  removed: (name, reason) => say`${name} cannot be removed: ${reason}.`,
}

/**
 * A file or folder that was left as it is. `reason` says why in a clause, for a report on several files; `message` in a
 * sentence with the name.
 */
export class WriteError extends UserError {
  readonly reason: string

  /** @param name as a person knows it: below the project, or as it was typed */
  constructor(name: string, deed: Deed, problem: Problem, cause?: unknown) {
    const { reason, advice } = problem
    super(CANNOT[deed](name, reason), { advice, exitCode: ExitCode.usage, cause })
    this.reason = reason
  }
}

/** What is in the way, and what to do about it. */
export interface Problem {
  readonly reason: string
  readonly advice: string
}

/**
 * Thrown by the steps of a write, which do not know the name that a person gave; {@link explain} adds it.
 */
export class Refusal extends Error {
  readonly problem: Problem

  constructor(reason: string, advice: string) {
    super(reason)
    this.problem = { reason, advice }
  }
}

const PERMISSION: Problem = {
  reason: say`you have no permission to write there`,
  advice: say`Change the permissions of the file and of its folder, or run the command as their owner.`,
}

const NOT_READABLE: Problem = {
  reason: say`you have no permission to read it`,
  advice: say`Change its permissions, or run the command as its owner.`,
}

/** What the operating system says, by its own names. */
const PROBLEMS: Readonly<Record<string, Problem>> = {
  EACCES: PERMISSION,
  EPERM: PERMISSION,
  EROFS: {
    reason: say`the disk can only be read`,
    advice: say`Work on a copy of the project on another disk.`,
  },
  ENOSPC: { reason: say`the disk is full`, advice: say`Make room, then run the command again.` },
  EDQUOT: {
    reason: say`your share of the disk is full`,
    advice: say`Make room, then run the command again.`,
  },
  EFBIG: {
    reason: say`it is larger than a file may be here`,
    advice: say`Raise the limit (ulimit -f), or work on another disk.`,
  },
  ENOENT: { reason: say`its folder does not exist`, advice: say`Make the folder, or name another one.` },
  ENOTDIR: {
    reason: say`its folder is none`,
    advice: say`Move away what is in its place, or name another one.`,
  },
  ENAMETOOLONG: { reason: say`its name is too long`, advice: say`Give it a shorter name.` },
  EBUSY: {
    reason: say`another program uses it`,
    advice: say`Close that program, then run the command again.`,
  },
}

/**
 * Does a piece of work on the disk.
 *
 * @throws WriteError where it was refused, or where the operating system did not let us; anything else is a bug
 */
export function explain<Result>(name: string, deed: Deed, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw explained(name, deed, error)
  }
}

/**
 * Does what {@link explain} does, with work that waits for something.
 *
 * @throws WriteError as that does
 */
export async function explainLater(name: string, deed: Deed, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw explained(name, deed, error)
  }
}

function explained(name: string, deed: Deed, error: unknown): unknown {
  if (error instanceof Refusal) return new WriteError(name, deed, error.problem)
  const code = codeOf(error)
  if (code === undefined) return error
  const known = own(PROBLEMS, code)
  const isForbidden = deed === 'read' && known === PERMISSION
  const problem = (isForbidden ? NOT_READABLE : known) ?? {
    reason: say`the operating system says ${code}`,
    advice: say`Look at the disk and at the folder, then run the command again.`,
  }
  return new WriteError(name, deed, problem, error)
}

/** The name that the operating system gave to what went wrong; `undefined` for any other error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : undefined
}
