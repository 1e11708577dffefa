import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { type FaultProxy, startFaultProxy } from '../helpers/fault-proxy.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { startTestNative, type TestSandbox } from '../helpers/sandbox.ts'
import type { OpenNative } from '../native/open.ts'
import { runPhp } from '../native/wordpress.ts'

let wordpress: TestSandbox & OpenNative
let proxy: FaultProxy
let project: Project

beforeAll(async () => {
  ;[wordpress, project] = await Promise.all([startTestNative(), copyProject('test/fixtures/pair')])
  proxy = await startFaultProxy(wordpress.url)
})

afterAll(async () => {
  await proxy?.close()
  await wordpress?.stop()
  await project?.remove()
})

interface Told {
  readonly exitCode: number | null
  readonly unchanged: number
  readonly drift: readonly { slug: string; fields: string[] }[]
  readonly outcomes?: readonly { slug?: string; status: string; error?: { message: string } }[]
}

const SLUGS = ['first', 'second']

const write = (slug: string, text: string): Promise<void> =>
  writeFile(
    path.join(project.root, `posts/${slug}.md`),
    `---\ntitle: ${slug}\nslug: ${slug}\nstatus: publish\ntags: [${slug}]\n---\n\n${text}\n`,
  )

/** One run, and the requests of it that had contents of posts read. */
async function run(command = 'publish'): Promise<{ told: Told; texts: string[] }> {
  const from = proxy.heard().length
  const result = await runCli([command, '--json', '--config', project.config], {
    ...wordpress.environment,
    WP_URL: proxy.url,
  })
  const texts = proxy
    .heard()
    .slice(from)
    .map((request) => decodeURIComponent(request))
    .filter((request) => /^GET .*\/posts\b.*content\.raw/.test(request))
  return { told: { ...(result.json() as unknown as Told), exitCode: result.exitCode }, texts }
}

async function idOf(slug: string): Promise<number> {
  const [post] = await wordpress.rest<{ id: number }[]>('GET', `/wp/v2/posts?slug=${slug}`)
  return post?.id ?? 0
}

/** Writes into the database as a search and replace does, without WordPress. */
async function replaceInDatabase(from: string, to: string): Promise<void> {
  const { folder, sites, runAs } = inject('nativeServer')
  const [site] = sites
  if (site === undefined) throw new Error('There is no native WordPress.')
  const replace = `$wpdb->query( $wpdb->prepare( "UPDATE $wpdb->posts SET post_content = REPLACE( post_content, %s, %s )", '${from}', '${to}' ) );`
  await runPhp(folder, site, `<?php require '${folder}/wordpress/wp-load.php'; ${replace}`, runAs)
}

/** Publishes both articles, and runs until nothing is left that was saved a moment ago. */
beforeEach(async () => {
  await Promise.all([wordpress.reset(), project.forget()])
  await rm(path.join(project.root, 'posts'), { recursive: true, force: true })
  await mkdir(path.join(project.root, 'posts'))
  for (const slug of SLUGS) await write(slug, `${slug} の本文です。`)
  await run()
  await vi.waitFor(
    async () => {
      await run('plan')
      expect(existsSync(path.join(project.root, '.rensai/texts'))).toBe(true)
      expect((await run('plan')).texts).toEqual([])
    },
    { timeout: 60_000, interval: 200 },
  )
})

test('what nobody saved since is not read again', async () => {
  const { told, texts } = await run()
  expect(texts).toEqual([])
  expect(told).toMatchObject({ exitCode: 0, unchanged: 2, drift: [] })
})

test('an edit on the site is seen, and that post alone is read', async () => {
  const id = await idOf('first')
  const post = await wordpress.rest<{ content: { raw: string } }>('GET', `/wp/v2/posts/${id}?context=edit`)
  await wordpress.rest('POST', `/wp/v2/posts/${id}`, {
    content: post.content.raw.replace('本文です', '直した本文です'),
  })
  const { told, texts } = await run()
  expect(texts).toEqual([expect.stringContaining(`include=${id}&`)])
  expect(told).toMatchObject({
    unchanged: 1,
    drift: [{ slug: 'first', fields: ['content'] }],
  })
})

test('what WordPress keeps without a new time of its own is read in any case', async () => {
  const id = await idOf('first')
  const { folder, sites, runAs } = inject('nativeServer')
  const [site] = sites
  if (site === undefined) throw new Error('There is no native WordPress.')
  await runPhp(
    folder,
    site,
    `<?php require '${folder}/wordpress/wp-load.php'; wp_set_post_terms( ${id}, 'by a plugin' );`,
    runAs,
  )
  const { told, texts } = await run()
  expect(texts).toEqual([])
  expect(told).toMatchObject({ drift: [{ slug: 'first', fields: ['tags'] }] })
})

test('what was written into the database itself is not overwritten, and is seen by the run after', async () => {
  await replaceInDatabase('本文です', '置き換えた本文です')
  await write('first', '新しい本文です。')
  const refused = await run()
  expect(refused.told.outcomes).toMatchObject([{ slug: 'first', status: 'failed' }])
  expect(refused.told.exitCode).toBe(4)
  const { told } = await run()
  expect(told).toMatchObject({ conflicts: [{ slug: 'first', reason: 'both-edited' }] })
  const id = await idOf('first')
  const { content } = await wordpress.rest<{ content: { raw: string } }>(
    'GET',
    `/wp/v2/posts/${id}?context=edit`,
  )
  expect(content.raw).toContain('置き換えた本文です')
})

test('a plan that was made with kept texts is the same without them', async () => {
  await write('first', '計画した本文です。')
  const file = path.join(project.root, 'plan.json')
  const login = { ...wordpress.environment, WP_URL: proxy.url }
  await runCli(['plan', '--out', file, '--config', project.config], login)
  await project.forget()
  const result = await runCli(['publish', '--plan', file, '--json', '--config', project.config], login)
  expect(result.stderr).not.toContain('error')
  expect(result.json()).toMatchObject({ outcomes: [{ slug: 'first', status: 'applied' }] })
})

test('another user reads for herself', async () => {
  const editor = await wordpress.createUser(`editor-${Date.now()}`, 'editor')
  const from = proxy.heard().length
  await runCli(['plan', '--json', '--config', project.config], { ...editor, WP_URL: proxy.url })
  expect(proxy.heard().slice(from).join('\n')).toContain('content.raw')
})

test('of a project that is not trusted nothing is believed', async () => {
  const from = proxy.heard().length
  await runCli(['plan', '--untrusted', '--json', '--config', project.config], {
    ...wordpress.environment,
    WP_URL: proxy.url,
  })
  expect(proxy.heard().slice(from).join('\n')).toContain('content.raw')
})
