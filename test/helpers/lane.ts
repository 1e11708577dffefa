import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Command, runCommand } from './commands.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { copyProject, type Project } from './project.ts'
import { type PublicWatch, watchPublicSide } from './public-watch.ts'
import { startTestNative, type TestSandbox } from './sandbox.ts'

/** What a run came to. */
export interface Ended {
  readonly exitCode: number
  /** What it said to people. */
  readonly said: string
}

/** A site, a project and what stands between the two; each is used by one trial at a time. */
export interface Lane {
  readonly wordpress: TestSandbox
  readonly proxy: FaultProxy
  readonly watch: PublicWatch
  readonly project: Project
  /** Takes the site and the project back to where nothing was ever published. */
  readonly empty: () => Promise<void>
  /** Brings site and project to some state; what it returns brings them there again, as often as wanted. */
  readonly reach: (build: () => Promise<void>) => Promise<() => Promise<void>>
  /** Runs a command here, as somebody does who has the project; what is expected to go wrong is its exit code. */
  readonly run: (command: Command) => Promise<Ended>
  /** Sets the environment of the runs to come, beside the login. */
  readonly setEnvironment: (more: Record<string, string>) => Promise<void>
  readonly close: () => Promise<void>
}

/** How a site is taken back to an earlier state. */
export interface Restorable {
  readonly reset: () => Promise<void>
  /** Absent where a state is reached again only by doing everything again. */
  readonly keep?: () => Promise<() => Promise<void>>
}

/** A lane on the `index`-th native WordPress. */
export async function openNativeLane(index: number, fixture = 'test/fixtures/six'): Promise<Lane> {
  const wordpress = await startTestNative(index)
  return await openLane(wordpress, wordpress, fixture)
}

/** A lane on any WordPress that can be taken back to an earlier state. */
async function openLane(wordpress: TestSandbox, { reset, keep }: Restorable, fixture: string): Promise<Lane> {
  const watch = watchPublicSide(wordpress.url)
  // Only writing a post that exists can make one public.
  const proxy = await startFaultProxy(wordpress.url, async (request) => {
    if (/\/posts\/\d+/.test(request)) await watch.look(request)
  })
  const project = await copyProject(fixture)
  const setEnvironment = async (more: Record<string, string>): Promise<void> => {
    const settings = { ...wordpress.environment, WP_URL: proxy.url, ...more }
    const lines = Object.entries(settings).map(([key, value]) => `${key}="${value}"`)
    await writeFile(path.join(project.root, '.env'), lines.join('\n'))
  }
  await setEnvironment({})
  const copies: string[] = []
  const keepProject = async (): Promise<() => Promise<void>> => {
    const copy = await mkdtemp(path.join(tmpdir(), 'rensai-kept-'))
    copies.push(copy)
    await cp(project.root, copy, { recursive: true })
    return async () => {
      await rm(project.root, { recursive: true, force: true })
      await cp(copy, project.root, { recursive: true })
    }
  }
  const emptyProject = await keepProject()
  return {
    wordpress,
    proxy,
    watch,
    project,
    empty: async () => {
      await reset()
      await emptyProject()
      watch.forget()
    },
    reach: async (build) => {
      await build()
      if (keep === undefined) return build
      const [restoreSite, restoreProject] = [await keep(), await keepProject()]
      return async () => {
        await restoreSite()
        await restoreProject()
        await watch.accept()
      }
    },
    run: (command) => runCommand(command, project.config),
    setEnvironment,
    close: async () => {
      await proxy.close()
      await project.remove()
      for (const copy of copies) await rm(copy, { recursive: true, force: true })
    },
  }
}

/**
 * Starts a command in a process of its own that is killed, unless it is faster.
 *
 * @param arm called with what kills it, when it has started
 * @returns whether it was killed
 */
export async function runKilled(
  { project }: Pick<Lane, 'project'>,
  args: readonly string[],
  arm: (kill: () => void) => void,
): Promise<boolean> {
  const child = spawn(process.execPath, ['dist/bin.js', ...args, '--config', project.config], {
    stdio: 'ignore',
  })
  arm(() => child.kill('SIGKILL'))
  await once(child, 'exit')
  return child.signalCode === 'SIGKILL'
}
