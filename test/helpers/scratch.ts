import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { check } from '../../src/commands/check.ts'
import { type CompileOptions, compile } from '../../src/commands/compile.ts'
import { loadConfig } from '../../src/config/load.ts'
import { captureOutput } from './output.ts'

/** A project without any article, to be filled by a test. */
export interface ScratchProject {
  readonly root: string
  readonly config: string
  /** Writes the configuration: what every project needs, and these settings. */
  readonly configure: (settings: object) => Promise<void>
  /** Writes a file below `posts/`. */
  readonly write: (name: string, text: string) => Promise<void>
  /** Compiles the folder as publishing does. */
  readonly compile: (options?: CompileOptions) => Promise<Compiled>
  readonly check: (
    options?: Partial<Parameters<typeof check>[0]>,
  ) => Promise<{ exitCode: number; said: string; printed: string }>
  readonly remove: () => Promise<void>
}

interface Compiled {
  readonly made: Awaited<ReturnType<typeof compile>>
  readonly said: string
}

export async function openScratchProject(): Promise<ScratchProject> {
  const root = await mkdtemp(path.join(tmpdir(), 'rensai-scratch-'))
  const config = path.join(root, 'wp.config.json')
  const configure = (settings: object): Promise<void> =>
    writeFile(config, JSON.stringify({ site: { url: 'https://blog.example' }, categories: [], ...settings }))
  await mkdir(path.join(root, 'posts'))
  await configure({})
  return {
    root,
    config,
    configure,
    write: async (name, text) => {
      const file = path.join(root, 'posts', name)
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, text)
    },
    compile: async (options) => {
      const output = captureOutput()
      const made = await compile(await loadConfig(config), output, options)
      return { made, said: output.said() }
    },
    check: async (options) => {
      const output = captureOutput()
      const exitCode = await check({ config, format: 'text', ...options }, output)
      return { exitCode, said: output.said(), printed: output.printed() }
    },
    remove: () => rm(root, { recursive: true }),
  }
}
