import { readFileSync } from 'node:fs'
import { buildId } from '../build-id.ts'
import type { Config } from '../config/types.ts'
import { keptFile, writeKeptFile } from '../kept-files.ts'
import { sha256 } from '../standards/sha256.ts'
import type { Digest } from './digest.ts'

/** An edit of one article must not mean writing the digests of thousands, so they lie in several files. */
const PARTS = 64

interface Part {
  /** Of Rensai and of the configuration; digests that others made are void. */
  readonly version: string
  /** By the article's path below the posts folder. */
  readonly entries: Record<string, Entry>
}

interface Entry {
  /** sha256 of the file. */
  readonly hash: string
  readonly digest: Digest
}

/**
 * The digests of earlier runs, by the bytes they were made of, in the ignored folder `.rensai/` of the project.
 * It is never needed: where it cannot be read or written, everything is digested anew.
 */
export class DigestCache {
  readonly #config: Config
  readonly #version: string
  readonly #parts = new Map<number, Part>()
  readonly #changed = new Set<number>()

  constructor(config: Config) {
    this.#config = config
    this.#version = versionOf(config)
  }

  /** The digest of an article with this text, if there is one. */
  find(name: string, hash: string): Digest | undefined {
    const entry = this.#part(partOf(name)).entries[name]
    return entry?.hash === hash ? entry.digest : undefined
  }

  add(name: string, hash: string, digest: Digest): void {
    const number = partOf(name)
    this.#part(number).entries[name] = { hash, digest }
    this.#changed.add(number)
  }

  /** Writes what has been added, and forgets the articles that are gone. */
  save(names: ReadonlySet<string>): void {
    for (const [number, { entries }] of this.#parts) {
      for (const name of Object.keys(entries)) {
        if (names.has(name)) continue
        delete entries[name]
        this.#changed.add(number)
      }
    }
    for (const number of this.#changed) writeKeptFile(this.#config, nameOf(number), this.#part(number))
    this.#changed.clear()
  }

  #part(number: number): Part {
    const known = this.#parts.get(number)
    if (known !== undefined) return known
    const read = this.#read(number)
    const part = read?.version === this.#version ? read : { version: this.#version, entries: {} }
    this.#parts.set(number, part)
    return part
  }

  #read(number: number): Part | undefined {
    try {
      return JSON.parse(readFileSync(keptFile(this.#config, nameOf(number)), 'utf8')) as Part
    } catch {
      // Not there yet, or half written by a machine that lost its power.
      return undefined
    }
  }
}

/** Changes with Rensai itself and with the configuration, after which nothing that was kept is of use. */
export function versionOf({ root: _, file: __, ...settings }: Config): string {
  return sha256(buildId + JSON.stringify(settings))
}

function partOf(name: string): number {
  let sum = 0
  for (let index = 0; index < name.length; index += 1) sum = (sum * 31 + name.charCodeAt(index)) % PARTS
  return sum
}

function nameOf(part: number): string {
  return `digests/${part}.json`
}
