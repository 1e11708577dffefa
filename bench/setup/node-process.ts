import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'
import type { Sample } from '../bench.ts'

/** Says on the last line of stderr what the process took, threads included. */
const TELL = `data:text/javascript,process.on('exit',()=>{const{userCPUTime,systemCPUTime,maxRSS}=process.resourceUsage();process.stderr.write('\\n'+[userCPUTime+systemCPUTime,maxRSS].join(' '))})`

export interface NodeOptions {
  readonly cwd?: string
  /** In place of what this process has. */
  readonly env?: NodeJS.ProcessEnv
  /** Exit codes that are a success. @default 0 alone */
  readonly codes?: readonly number[]
  /** On one processor alone. @default false */
  readonly isOnOneCore?: boolean
}

/** What a process took, and what it printed. */
export interface Finished {
  readonly sample: Sample
  readonly stdout: string
}

/**
 * Runs Node from its start to its end.
 *
 * @param args of Node
 * @throws Error with the end of what it said where it does not succeed
 */
export async function runNode(args: readonly string[], options: NodeOptions = {}): Promise<Finished> {
  const { cwd = '.', env = process.env, codes = [0], isOnOneCore = false } = options
  const command = [...(isOnOneCore ? ['taskset', '--cpu-list', '0'] : []), process.execPath]
  const [program = '', ...before] = command
  const start = performance.now()
  const child = spawn(program, [...before, '--import', TELL, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = once(child, 'close') as Promise<[number | null]>
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), closed])
  const seconds = (performance.now() - start) / 1000
  if (code === null || !codes.includes(code)) {
    throw new Error(`${args.join(' ')} ended with ${code}:\n${stderr.slice(-2_000)}`)
  }
  const [cpu = 0, memory = 0] = stderr
    .slice(stderr.lastIndexOf('\n') + 1)
    .split(' ')
    .map(Number)
  return { sample: { seconds, cpu: cpu / 1e6, memory: (memory * 1024) / 1e6 }, stdout }
}
