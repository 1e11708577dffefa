import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import { createSealedFile, readSealedFile, writeSealedFile } from '../files/sealed-files.ts'
import { removeFromProject } from '../files/write.ts'
import { foreign } from './claim.ts'
import type { SandboxPlace } from './place.ts'

/** Whatever else is written there, the embedded WordPress is asked on this machine alone. */
const LOOPBACK = /^http:\/\/127\.0\.0\.1:\d{1,5}$/

const holderSchema = z.object({
  pid: z.int().positive(),
  /** Where it can be shared, once it answers; absent while starting and for a run that ends by itself. */
  url: z.string().regex(LOOPBACK).optional(),
})

/** Who has the sandbox's database open. */
export type Holder = z.output<typeof holderSchema>

const POLL = 250

/** A lock is made and filled in one go; what is empty for longer than this was left behind in between. Polls. */
const PATIENCE = 40

/**
 * Takes the folder's lock, since two PHP processes on one SQLite file lose writes.
 *
 * @param onWait called once where another process holds it
 * @returns `undefined` where the lock is ours, otherwise the holder, whose WordPress can be shared
 * @throws UserError (usage) where somebody else wrote the lock; WriteError (usage) where the folder is a link or cannot
 *   be written to
 */
export async function takeLock(place: SandboxPlace, onWait: () => void): Promise<Holder | undefined> {
  const { project } = place
  const name = lockName(place)
  let empty = 0
  for (let waited = false; ; waited = true) {
    if (createSealedFile(project, name, JSON.stringify({ pid: process.pid }))) return undefined
    const found = readHolder(place)
    empty = found === 'empty' ? empty + 1 : 0
    if (typeof found === 'object' && found.url !== undefined && isAlive(found.pid)) return found
    // A process that was killed leaves its lock behind.
    const isLeft = typeof found === 'object' ? !isAlive(found.pid) : empty > PATIENCE
    if (isLeft) removeFromProject(project, name)
    else if (!waited) onWait()
    await wait(POLL)
  }
}

/** Tells other processes that they may use this WordPress. */
export function shareLock(place: SandboxPlace, url: string): void {
  const holder: Holder = { pid: process.pid, url }
  writeSealedFile(place.project, lockName(place), JSON.stringify(holder))
}

export function releaseLock(place: SandboxPlace): void {
  removeFromProject(place.project, lockName(place))
}

function lockName({ folder }: SandboxPlace): string {
  return `${folder}/server.json`
}

/** `gone` where it was just released, `empty` where it is just being written. */
function readHolder(place: SandboxPlace): Holder | 'gone' | 'empty' {
  const found = readSealedFile(place.project, lockName(place))
  switch (found.kind) {
    case 'none':
      return 'gone'
    case 'ours':
      return holderSchema.parse(JSON.parse(found.text))
    case 'foreign':
      if (found.isEmpty) return 'empty'
      throw foreign(lockName(place))
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
