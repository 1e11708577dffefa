import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, inject, vi } from 'vitest'
import type { OpenNative } from '../native/open.ts'
import { runPhp } from '../native/wordpress.ts'
import { runCli } from './cli.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { copyProject, type Project } from './project.ts'
import { startTestNative, type TestSandbox } from './sandbox.ts'

export interface Told {
  readonly exitCode: number | null
  readonly unchanged: number
  readonly drift: readonly { slug: string; fields: string[] }[]
  readonly conflicts: readonly { slug: string; reason: string }[]
  readonly changes?: readonly { kind: string; slug: string; fields?: string[] }[]
  readonly outcomes?: readonly { slug?: string; status: string }[]
}

/** A project on a native WordPress, of whose runs is seen which texts of posts they read. */
export interface KeptTexts {
  readonly write: (slug: string, text: string, head?: string) => Promise<void>
  /** One run, and the requests of it that had contents of posts read. */
  readonly run: (...args: string[]) => Promise<{ told: Told; texts: string[]; stderr: string }>
  /** Runs until nothing is left that was saved a moment ago. */
  readonly settle: () => Promise<void>
  /** Has the WordPress run a piece of PHP. */
  readonly php: (code: string) => Promise<void>
  /** Takes away all articles. */
  readonly empty: () => Promise<void>
}

/** With the site and the folder that it is about. */
export interface OpenKeptTexts extends KeptTexts {
  readonly wordpress: TestSandbox & OpenNative
  readonly proxy: FaultProxy
  readonly project: Project
  readonly close: () => Promise<void>
}

/** Starts with a native WordPress and a project without articles. */
export async function openKeptTexts(): Promise<OpenKeptTexts> {
  const [wordpress, project] = await Promise.all([startTestNative(), copyProject('test/fixtures/pair')])
  const proxy = await startFaultProxy(wordpress.url)
  const kept = keptTextsOf(project, proxy, wordpress.environment)
  await kept.empty()
  const close = async (): Promise<void> => {
    await proxy.close()
    await wordpress.stop()
    await project.remove()
  }
  return { ...kept, wordpress, proxy, project, close }
}

/** @param login of the WordPress behind the proxy */
export function keptTextsOf(
  project: Project,
  proxy: FaultProxy,
  login: Readonly<Record<string, string>>,
): KeptTexts {
  const posts = path.join(project.root, 'posts')
  const run: KeptTexts['run'] = async (...args) => {
    const from = proxy.heard().length
    const { stdout, stderr, exitCode, json } = await runCli([...args, '--json', '--config', project.config], {
      ...login,
      WP_URL: proxy.url,
    })
    const texts = proxy
      .heard()
      .slice(from)
      .map((request) => decodeURIComponent(request))
      .filter((request) => /^GET .*\/posts\b.*content\.raw/.test(request))
    const told = stdout === '' ? {} : (json() as unknown as Told)
    return { told: { ...told, exitCode } as Told, texts, stderr }
  }
  return {
    run,
    write: (slug, text, head = 'status: publish') =>
      writeFile(
        path.join(posts, `${slug}.md`),
        `---\ntitle: ${slug}\nslug: ${slug}\n${head}\n---\n\n${text}\n`,
      ),
    settle: () =>
      vi.waitFor(
        async () => {
          await run('plan')
          expect(existsSync(path.join(project.root, '.rensai/texts'))).toBe(true)
          expect((await run('plan')).texts).toEqual([])
        },
        { timeout: 60_000, interval: 200 },
      ),
    php: async (code) => {
      const { folder, sites, runAs } = inject('nativeServer')
      const [site] = sites
      if (site === undefined) throw new Error('There is no native WordPress.')
      await runPhp(folder, site, `<?php require '${folder}/wordpress/wp-load.php'; ${code}`, runAs)
    },
    empty: async () => {
      await rm(posts, { recursive: true, force: true })
      await mkdir(posts)
    },
  }
}
