import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Who has the sandbox's database open. */
export interface Holder {
  readonly pid: number
  /** Where it can be shared, once it answers; absent while starting and for a run that ends by itself. */
  readonly url?: string
}

const POLL = 250

/**
 * Takes the folder's lock, since two PHP processes on one SQLite file lose writes.
 *
 * @param onWait called once where another process holds it
 * @returns `undefined` where the lock is ours, otherwise the holder, whose WordPress can be shared
 */
export async function takeLock(folder: string, onWait: () => void): Promise<Holder | undefined> {
  await mkdir(folder, { recursive: true })
  const file = lockFile(folder)
  for (let waited = false; ; waited = true) {
    try {
      await writeFile(file, JSON.stringify({ pid: process.pid } satisfies Holder), { flag: 'wx' })
      return undefined
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const holder = await readHolder(file)
    if (holder?.url !== undefined && isAlive(holder.pid)) return holder
    // A process that was killed leaves its lock behind.
    if (holder !== undefined && !isAlive(holder.pid)) await rm(file, { force: true })
    else if (!waited) onWait()
    await wait(POLL)
  }
}

/** Tells other processes that they may use this WordPress. */
export async function shareLock(folder: string, url: string): Promise<void> {
  await writeFile(lockFile(folder), JSON.stringify({ pid: process.pid, url } satisfies Holder))
}

export async function releaseLock(folder: string): Promise<void> {
  await rm(lockFile(folder), { force: true })
}

function lockFile(folder: string): string {
  return path.join(folder, 'server.json')
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
