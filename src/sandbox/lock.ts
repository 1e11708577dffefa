import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Project } from '../files/folders.ts'
import { createProjectFile, removeFromProject, writeProjectFile } from '../files/write.ts'

/** Who has the sandbox's database open. */
export interface Holder {
  readonly pid: number
  /** Where it can be shared, once it answers; absent while starting and for a run that ends by itself. */
  readonly url?: string
}

const POLL = 250

/** Where a sandbox lies: a folder below the project. */
export interface SandboxPlace {
  readonly project: Project
  /** `/`-separated. */
  readonly folder: string
}

/**
 * Takes the folder's lock, since two PHP processes on one SQLite file lose writes.
 *
 * @param onWait called once where another process holds it
 * @returns `undefined` where the lock is ours, otherwise the holder, whose WordPress can be shared
 * @throws WriteError (usage) where the folder is a link or cannot be written to
 */
export async function takeLock(place: SandboxPlace, onWait: () => void): Promise<Holder | undefined> {
  const { project } = place
  const name = lockName(place)
  for (let waited = false; ; waited = true) {
    const ours: Holder = { pid: process.pid }
    if (createProjectFile(project, name, JSON.stringify(ours))) return undefined
    const holder = await readHolder(path.join(project.root, name))
    if (holder?.url !== undefined && isAlive(holder.pid)) return holder
    // A process that was killed leaves its lock behind.
    if (holder !== undefined && !isAlive(holder.pid)) removeFromProject(project, name)
    else if (!waited) onWait()
    await wait(POLL)
  }
}

/** Tells other processes that they may use this WordPress. */
export function shareLock(place: SandboxPlace, url: string): void {
  const holder: Holder = { pid: process.pid, url }
  writeProjectFile(place.project, lockName(place), JSON.stringify(holder))
}

export function releaseLock(place: SandboxPlace): void {
  removeFromProject(place.project, lockName(place))
}

function lockName({ folder }: SandboxPlace): string {
  return `${folder}/server.json`
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder
  } catch {
    // Just released, or just being written: look again.
    return undefined
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
