import { ExitCode, UserError } from './errors.ts'
import { say } from './language/say.ts'
import { sha256 } from './standards/sha256.ts'

/** One of several parts of a run, each in a process or on a machine of its own. */
export interface Shard {
  /** From 1. */
  readonly index: number
  readonly count: number
}

/** More machines than this nobody gives to one folder; a slip of the finger does. */
const MOST = 1000

/**
 * Reads `--shard`.
 *
 * @param text such as `2/3`
 * @throws UserError (usage)
 */
export function toShard(text: string): Shard {
  const [, index = '', count = ''] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? []
  const shard = { index: Number(index), count: Number(count) }
  if (shard.index >= 1 && shard.index <= shard.count && shard.count <= MOST) return shard
  throw new UserError(say`--shard ${text} is no part of a whole.`, {
    advice: say`Write the number of the part and how many there are: 1/3, 2/3 and 3/3.`,
    exitCode: ExitCode.usage,
  })
}

/**
 * Whether something belongs to a part. That is decided by its name alone, so an article stays in its part whatever
 * others come and go, and machines need not agree on anything but the number of parts.
 *
 * @param shard `undefined` for the whole, to which everything belongs
 */
export function isInShard(name: string, shard: Shard | undefined): boolean {
  if (shard === undefined) return true
  return Number.parseInt(sha256(name).slice(0, 12), 16) % shard.count === shard.index - 1
}

/** Whether what is about the whole folder belongs to a part: to the first. */
export function isFirst(shard: Shard | undefined): boolean {
  return shard === undefined || shard.index === 1
}

/** A name for files of a part; empty for the whole. */
export function suffixOf(shard: Shard | undefined): string {
  return shard === undefined ? '' : `-${shard.index}-of-${shard.count}`
}
