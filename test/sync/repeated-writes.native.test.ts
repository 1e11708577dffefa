import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CliResult, runCli } from '../helpers/cli.ts'
import { type FaultProxy, startFaultProxy } from '../helpers/fault-proxy.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { restOf, startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

const CASES = ['refused', 'saved', 'lost', 'corrected', 'retitled', 'restored'] as const

/** Published by an Author, whose HTML WordPress filters, in two writes each. */
const FILTERED_CASES = ['filtered-refused', 'filtered-lost', 'filtered-edited', 'filtered-second'] as const

let wordpress: TestSandbox
let proxy: FaultProxy
let project: Project
let environment: Record<string, string>
let asAuthor: Record<string, string>
const ids = new Map<string, number>()

/** An article for each case is published, and then changed here. */
beforeAll(async () => {
  ;[wordpress, project] = await Promise.all([startTestSandbox(), copyProject('test/fixtures/pair')])
  proxy = await startFaultProxy(wordpress.url)
  environment = { ...wordpress.environment, WP_URL: proxy.url }
  asAuthor = { ...(await wordpress.createUser('author', 'author')), WP_URL: proxy.url }
  const posts = path.join(project.root, 'posts')
  await rm(posts, { recursive: true })
  await writeArticles(posts, CASES)
  await publishAs(environment)
  await writeArticles(posts, FILTERED_CASES)
  await publishAs(asAuthor, 'filtered-*')
  for (const name of [...CASES, ...FILTERED_CASES]) {
    await project.edit(`posts/${name}.md`, (text) => `${text}\nWritten here <input disabled>.\n`)
  }
})

async function writeArticles(folder: string, names: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of names) {
    const text = `---\ntitle: ${name}\nstatus: publish\n---\n\nText of ${name} <input disabled>.\n`
    await writeFile(path.join(folder, `${name}.md`), text)
  }
}

async function publishAs(login: Record<string, string>, ...only: string[]): Promise<void> {
  const narrowed = only.length === 0 ? [] : ['--only', ...only]
  const { exitCode, stderr, json } = await runCli(
    ['publish', '--json', '--config', project.config, ...narrowed],
    login,
  )
  if (exitCode !== 0) throw new Error(stderr)
  const { outcomes } = json() as { outcomes: { slug: string; id: number }[] }
  for (const { slug, id } of outcomes) ids.set(slug, id)
}

afterAll(async () => {
  await proxy?.close()
  await wordpress?.stop()
  await project?.remove()
})

interface Post {
  readonly status: string
  readonly title: { readonly raw: string }
  readonly content: { readonly raw: string }
}

type Case = (typeof CASES | typeof FILTERED_CASES)[number]

const post = (name: Case): Promise<Post> =>
  wordpress.rest<Post>('GET', `/wp/v2/posts/${ids.get(name)}?context=edit`)

/** What somebody does in wp-admin. */
const save = (name: Case, fields: object): Promise<unknown> =>
  wordpress.rest('POST', `/wp/v2/posts/${ids.get(name)}`, fields)

const run = (name: Case, ...args: string[]): Promise<CliResult> =>
  runCli(
    ['publish', '--json', '--config', project.config, '--only', name, ...args],
    name.startsWith('filtered') ? asAuthor : environment,
  )

/** How many requests that can change the site a run sends. */
async function count(work: Promise<CliResult>): Promise<{ result: CliResult; sent: number }> {
  const before = proxy.mutating()
  const result = await work
  return { result, sent: proxy.mutating() - before }
}

test('an update that was refused is sent again where nobody saved the post', async () => {
  proxy.inject(0, '502')
  const { result, sent } = await count(run('refused'))
  expect(result.exitCode).toBe(0)
  expect(result.stderr).toMatch(/waiting \d+ s: the site answered 502; then try 2/)
  expect(sent).toBe(2)
  expect((await post('refused')).content.raw).toContain('Written here')
})

test('what somebody saves while a refused update waits is never written over', async () => {
  proxy.inject(0, async () => {
    await save('saved', { title: 'Saved by hand' })
    return '502'
  })
  const { result, sent } = await count(run('saved'))
  expect(result.exitCode).toBe(4)
  expect(result.stderr).toContain('was edited on the site while this run was going on')
  expect(sent).toBe(1)
  expect(await post('saved')).toMatchObject({ title: { raw: 'Saved by hand' } })
  expect((await post('saved')).content.raw).not.toContain('Written here')
})

test('an update that was carried out although it was refused is not sent again', async () => {
  proxy.inject(0, async (carryOut) => {
    await carryOut()
    return '502'
  })
  const { result, sent } = await count(run('lost'))
  expect(result.exitCode).toBe(0)
  expect(sent).toBe(1)
  expect((await post('lost')).content.raw).toContain('Written here')
  expect((await run('lost')).json()).toMatchObject({ changes: [], drift: [], conflicts: [], unchanged: 1 })
})

test('what somebody saves in the same text after an update whose answer was lost stays, and is told', async () => {
  proxy.inject(0, async (carryOut) => {
    await carryOut()
    const { content } = await post('corrected')
    await save('corrected', { content: content.raw.replace('Written here', 'Corrected.') })
    return '502'
  })
  const { result, sent } = await count(run('corrected'))
  expect(result.exitCode).toBe(4)
  expect(sent).toBe(1)
  expect((await post('corrected')).content.raw).toContain('Corrected.')
  expect((await run('corrected')).json()).toMatchObject({ changes: [], drift: [{ fields: ['content'] }] })
})

test('what somebody saves in another field then stays, too, and the next plan tells it', async () => {
  proxy.inject(0, async (carryOut) => {
    await carryOut()
    await save('retitled', { title: 'Saved by hand' })
    return '502'
  })
  const { result, sent } = await count(run('retitled'))
  expect(result.exitCode).toBe(0)
  expect(sent).toBe(1)
  expect(await post('retitled')).toMatchObject({ title: { raw: 'Saved by hand' } })
  expect((await run('retitled')).json()).toMatchObject({ changes: [], drift: [{ fields: ['title'] }] })
})

test('a post that somebody restores after it went to the trash is not trashed again', async () => {
  await rm(path.join(project.root, 'posts/restored.md'))
  proxy.inject(0, async (carryOut) => {
    await carryOut()
    await save('restored', { status: 'publish' })
    return '502'
  })
  const { result, sent } = await count(run('restored', '--prune', '--yes'))
  expect(result.exitCode).toBe(4)
  expect(sent).toBe(1)
  expect(await post('restored')).toMatchObject({ status: 'publish' })
})

test('of an Author, an update that was refused is sent again', async () => {
  proxy.inject(0, '502')
  const { result, sent } = await count(run('filtered-refused'))
  expect(result.exitCode).toBe(0)
  expect(sent).toBe(3)
  expect((await post('filtered-refused')).content.raw).toContain('Written here')
  expect((await run('filtered-refused')).json()).toMatchObject({ changes: [], drift: [], unchanged: 1 })
})

test.each([
  ['filtered-lost', 0],
  ['filtered-second', 1],
] as const)(
  'of an Author, what was carried out although it was refused is not sent again: %s',
  async (name, index) => {
    proxy.inject(index, async (carryOut) => {
      await carryOut()
      return '502'
    })
    const { result, sent } = await count(run(name))
    expect(result.exitCode).toBe(0)
    expect(sent).toBe(2)
    expect((await run(name)).json()).toMatchObject({ changes: [], drift: [], conflicts: [], unchanged: 1 })
  },
)

test('of an Author, what the same user saves after an update whose answer was lost stays', async () => {
  const author = restOf({ ...asAuthor, WP_URL: wordpress.url })
  proxy.inject(0, async (carryOut) => {
    await carryOut()
    const { content } = await post('filtered-edited')
    await author('POST', `/wp/v2/posts/${ids.get('filtered-edited')}`, {
      content: content.raw.replace('Written here', 'Corrected'),
    })
    return '502'
  })
  const { result, sent } = await count(run('filtered-edited'))
  expect(result.exitCode).toBe(4)
  expect(sent).toBe(1)
  expect((await post('filtered-edited')).content.raw).toContain('Corrected')
})
