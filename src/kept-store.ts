import { isDeepStrictEqual } from 'node:util'
import { buildId } from './build-id.ts'
import type { Config } from './config/types.ts'
import { isKept, readKeptFile, writeKeptFile } from './kept-files.ts'
import { type Language, spokenLanguage } from './language/language.ts'
import { isInShard, type Shard } from './shard.ts'
import { own } from './standards/own.ts'
import { sha256 } from './standards/sha256.ts'

/** An edit of one file must not mean writing what is known of thousands, so it lies in several parts. */
const PARTS = 64

/** What everything in a part was made by; what others made is void. */
interface Meta {
  /** Of this build of Rensai. */
  readonly version: string
  /** sha256 of the configuration. */
  readonly config: string
  /** Of the messages among it. */
  readonly language: Language
}

interface Entry<Value> {
  /** Of what the value was made from; another digest makes it void. */
  readonly digest: string
  readonly value: Value
}

interface Part<Value> {
  readonly meta: Meta
  readonly entries: Record<string, Entry<Value>>
}

/**
 * What earlier runs made of each file of a kind, in the ignored folder `.rensai/` of the project; values are plain
 * data. A value counts for the same digest of its file, the same build of Rensai, the same configuration and the same
 * language of messages, and for nothing else. It is never needed: where it cannot be read or written, everything is made
 * anew.
 */
export class Store<Value> {
  readonly #config: Config
  readonly #kind: string
  readonly #meta: Meta
  readonly #parts = new Map<number, Part<Value>>()
  readonly #changed = new Set<number>()
  readonly #shard: Shard | undefined

  /**
   * @param kind names the folder
   * @param shard the part of a run that this is; each writes some of the files, so that all of them write each once
   */
  constructor(config: Config, kind: string, shard?: Shard) {
    this.#shard = shard
    this.#config = config
    this.#kind = kind
    const { root: _, file: __, ...settings } = config
    this.#meta = { version: buildId, config: sha256(JSON.stringify(settings)), language: spokenLanguage() }
  }

  /** False where nothing of the kind has been kept. */
  get isThere(): boolean {
    return isKept(this.#config, this.#kind)
  }

  /** What was made of the file with this digest, if it is known. */
  find(name: string, digest: string): Value | undefined {
    const { entries } = this.#part(partOf(name))
    const entry = own(entries, name)
    return entry?.digest === digest ? entry.value : undefined
  }

  /** All that is known by name, of whatever digest. */
  entries(): [string, Value][] {
    return Array.from({ length: PARTS }, (_, number) => Object.entries(this.#part(number).entries))
      .flat()
      .map(([name, { value }]) => [name, value])
  }

  add(name: string, digest: string, value: Value): void {
    const number = partOf(name)
    this.#part(number).entries[name] = { digest, value }
    this.#changed.add(number)
  }

  /** Names of which something is known, among those that have been looked at, and that are not among these. */
  namesBeyond(names: ReadonlySet<string>): string[] {
    const known = [...this.#parts.values()].flatMap(({ entries }) => Object.keys(entries))
    return known.filter((name) => !names.has(name))
  }

  remove(name: string): void {
    const number = partOf(name)
    delete this.#part(number).entries[name]
    this.#changed.add(number)
  }

  /**
   * Which of the parts a name lies in, so that names can be gone through part by part. Names with the same first line lie
   * in the same part.
   */
  partOf(name: string): number {
    return partOf(name)
  }

  /** Does what `save` does, and holds nothing any longer: what is asked for after that is read again. */
  release(names?: ReadonlySet<string>): boolean {
    const isSaved = this.save(names)
    this.#parts.clear()
    return isSaved
  }

  /**
   * Writes what has been added and removed.
   *
   * @param names of all files; what is known of others is removed. @default nothing is
   * @returns false where something could not be written
   */
  save(names?: ReadonlySet<string>): boolean {
    if (names !== undefined) for (const name of this.namesBeyond(names)) this.remove(name)
    // The same parts of each kind, whichever they are.
    const ours = [...this.#changed].filter((number) => isInShard(String(number), this.#shard))
    this.#changed.clear()
    return ours
      .map((number) => writeKeptFile(this.#config, this.#nameOf(number), this.#part(number)))
      .every((isWritten) => isWritten)
  }

  #part(number: number): Part<Value> {
    const known = this.#parts.get(number)
    if (known !== undefined) return known
    const read = readKeptFile(this.#config, this.#nameOf(number)) as Part<Value> | undefined
    const isOurs = isDeepStrictEqual(read?.meta, this.#meta)
    const part = read !== undefined && isOurs ? read : { meta: this.#meta, entries: {} }
    this.#parts.set(number, part)
    return part
  }

  #nameOf(number: number): string {
    return `${this.#kind}/${number}.json`
  }
}

function partOf(name: string): number {
  const end = name.indexOf('\n')
  const length = end === -1 ? name.length : end
  let sum = 0
  for (let index = 0; index < length; index += 1) sum = (sum * 31 + name.charCodeAt(index)) % PARTS
  return sum
}
