import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

export const run = promisify(execFile)

/** How long a program may take to end by itself after it was asked to, in milliseconds. */
const PATIENCE = 10_000

/** User and group that the programs run as; none of them wants to be root. */
export interface RunAs {
  readonly uid?: number
  readonly gid?: number
}

/** A long-running program, known by its own pid. */
export interface Service {
  /** Ends the program, and only it. */
  readonly stop: () => Promise<void>
  /** Waits until `isUp` no longer throws; fails with the program's log where it ends before. */
  readonly ready: (isUp: () => Promise<unknown>) => Promise<void>
}

/** Starts a program in the foreground; what it says goes to `log`. */
export function startService(
  program: string,
  args: readonly string[],
  log: string,
  options: RunAs & { cwd: string },
): Service {
  const output = openSync(log, 'a')
  // A group of its own: Ctrl+C in the terminal reaches only whoever stops it in order.
  const child = spawn(program, args, { ...options, stdio: ['ignore', output, output], detached: true })
  closeSync(output)
  const failure = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', async (code, signal) => {
      reject(new Error(`${program} ended (${code ?? signal}):\n${await readFile(log, 'utf8')}`))
    })
  })
  failure.catch(() => {})
  return {
    stop: () => end(child),
    ready: (isUp) => Promise.race([failure, untilUp(isUp)]),
  }
}

async function untilUp(isUp: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await isUp()
      return
    } catch (error) {
      if (tries === 600) throw error
      await wait(100)
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
  await ended
  clearTimeout(late)
}
