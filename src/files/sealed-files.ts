import { createHmac, timingSafeEqual } from 'node:crypto'
import { realpathSync } from 'node:fs'
import type { Project } from './folders.ts'
import { machineKey } from './machine-key.ts'
import { readProjectFile } from './read.ts'
import type { WriteOptions } from './replace-file.ts'
import { createProjectFile, writeProjectFile } from './write.ts'

/** What lies where Rensai keeps something of its own: only what this machine wrote in this place is believed. */
export type Sealed =
  | { readonly kind: 'none' }
  | { readonly kind: 'ours'; readonly text: string }
  | { readonly kind: 'foreign'; readonly isEmpty: boolean }

/**
 * Reads a file that {@link writeSealedFile} wrote, and knows any other: one that came with a repository, from another
 * machine, or from another place.
 *
 * @param name below the project, `/`-separated
 * @throws UserError (usage) where there is no key of this machine; WriteError (usage) where a link is in the way
 */
export function readSealedFile(project: Project, name: string): Sealed {
  const bytes = readProjectFile(project, name)
  if (bytes === undefined) return { kind: 'none' }
  const end = bytes.indexOf('\n')
  const sealed = bytes.subarray(end + 1)
  const isOurs = end !== -1 && isSame(bytes.toString('latin1', 0, end), sealOf(project, name, sealed))
  return isOurs
    ? { kind: 'ours', text: sealed.toString('utf8') }
    : { kind: 'foreign', isEmpty: bytes.length === 0 }
}

/**
 * Writes a file of the project that is to be believed later, by this user on this machine.
 *
 * @param name below the project, `/`-separated
 * @throws UserError (usage) where there is no key of this machine; WriteError as `writeProjectFile` does
 */
export function writeSealedFile(project: Project, name: string, text: string, options?: WriteOptions): void {
  writeProjectFile(project, name, withSeal(project, name, text), options)
}

/**
 * Makes such a file where there is none yet: of several processes that try it, one succeeds.
 *
 * @returns whether it was made
 * @throws UserError (usage) as {@link writeSealedFile} does
 */
export function createSealedFile(project: Project, name: string, text: string): boolean {
  return createProjectFile(project, name, withSeal(project, name, text))
}

function withSeal(project: Project, name: string, text: string): string {
  return `${sealOf(project, name, text)}\n${text}`
}

/** An HMAC (RFC 2104) over the place and the text, so that a file that is copied elsewhere counts for nothing. */
function sealOf(project: Project, name: string, text: string | Buffer): string {
  return createHmac('sha256', machineKey(project))
    .update(JSON.stringify([realpathSync(project.root), name]))
    .update('\n')
    .update(text)
    .digest('hex')
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
