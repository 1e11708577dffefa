import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '../../src/posts/draft.ts'
import { type LivePreview, serveLive } from '../../src/preview/live/serve.ts'
import { makeOutside, type Outside } from '../helpers/outside.ts'
import { copyProject, type Project } from '../helpers/project.ts'

let project: Project
let outside: Outside
let live: LivePreview
const updates: ReadonlySet<string>[] = []
const questions: unknown[] = []
let mayRun = false

beforeAll(async () => {
  project = await copyProject('test/fixtures/pair')
  outside = await makeOutside()
  await outside.link(project.root, 'posts/linked', '.')
  await outside.link(project.root, 'node_modules', 'pictures')
  live = await serveLive({
    config: project.config,
    mayRun: async (plugins) => {
      questions.push(plugins)
      return mayRun
    },
    onUpdate: ({ workspace }) => updates.push(new Set(workspace.snapshot().articles.keys())),
  })
})

afterAll(async () => {
  await live?.close()
  await project.remove()
  await outside.remove()
})

/** A request of the kind that every program can send, which `fetch` would not: the path is not normalised, nor is the host ours. */
async function ask(pathname: string, host?: string): Promise<{ status: number | undefined; body: string }> {
  const { hostname, port } = new URL(live.url)
  return await new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host }
    get({ hostname, port, path: pathname, headers }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode, body }), reject)
    }).on('error', reject)
  })
}

test('pages are served to this machine under its own name alone', async () => {
  expect((await ask('/')).status).toBe(200)
  expect((await ask('/', 'rebound.example')).status).toBe(403)
  expect(new URL(live.url).hostname).toMatch(/^(127\.0\.0\.1|localhost)$/)
})

test.each([
  '/__open-in-editor?file=/etc/passwd',
  '/__OPEN-in-editor?file=/etc/passwd:1:1',
  '//__open-in-editor?file=/etc/passwd',
  '/__open-in-editor/?file=/etc/passwd',
])('no file of this machine is opened by %s', async (pathname) => {
  const { status, body } = await ask(pathname)
  expect(status).toBe(404)
  expect(body).not.toContain('launch-editor')
})

test.each([
  '/@fs/etc/passwd',
  '/../../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/@fs/etc/passwd?raw',
  '/.env',
])('nor shown by %s', async (pathname) => {
  await writeFile(path.join(project.root, '.env'), 'WP_APP_PASSWORD=secret\n')
  const { status, body } = await ask(pathname)
  expect(status).not.toBe(200)
  expect(body).not.toMatch(/root:|secret/)
})

test('what check ignores, the preview does, too: links, and what lies behind them', async () => {
  const before = [...live.workspace.snapshot().articles.keys()]
  updates.length = 0
  await writeFile(path.join(outside.folder, 'late.md'), '---\ntitle: Late\n---\n')
  await symlink(path.join(outside.folder, 'profile.md'), path.join(project.root, 'posts/later.md'))
  await project.edit('posts/first-en.md', (text) => `${text}\nMore.\n`)
  await expect.poll(() => updates.length, { timeout: 20_000 }).toBeGreaterThan(0)
  expect([...live.workspace.snapshot().articles.keys()]).toEqual(before)
  expect(Object.keys(await outside.contents()).sort()).toEqual(['late.md', 'pictures/one.png', 'profile.md'])
})

test('other plugins run once somebody says that they may, and are asked about once', async () => {
  const content = (): string =>
    [...live.workspace.snapshot().articles.values()].map(({ rendered }) => rendered?.content).join('\n')
  const name = async (word: string): Promise<unknown> => {
    const module = `export default () => (tree) => { tree.children.push({ type: 'html', value: '<p>${word}</p>' }) }`
    await writeFile(path.join(project.root, `${word}.mjs`), module)
    const plugins = { remark: [`./${word}.mjs`] }
    await project.edit('wp.config.json', (text) => JSON.stringify({ ...JSON.parse(text), plugins }))
    return { remark: [`./${word}.mjs`], rehype: [] }
  }
  const refused = await name('refused')
  await expect.poll(() => questions, { timeout: 20_000 }).toEqual([refused])
  updates.length = 0
  await project.edit('posts/first-en.md', (text) => `${text}\nMore again.\n`)
  await expect.poll(() => updates.length, { timeout: 20_000 }).toBeGreaterThan(0)
  expect(questions).toEqual([refused])
  expect(content()).not.toContain('refused')

  mayRun = true
  const trusted = await name('trusted')
  await expect.poll(content, { timeout: 20_000 }).toContain('<p>trusted</p>')
  expect(questions).toEqual([refused, trusted])
  expect(live.workspace.problem()).toBeUndefined()
})

/** Where the page of posts/first-en.md is. */
function addressOfFirst(): string {
  const keys = [...live.workspace.snapshot().articles.keys()]
  return `/articles/${keys.find((key) => key.endsWith('first-en')) ?? 'gone'}.html`
}

test('of two saves within 30 ms the second is never lost', async () => {
  const post = path.join(project.root, 'posts/first-en.md')
  const written = await readFile(post, 'utf8')
  const stale: number[] = []
  for (let round = 0; round < 8; round += 1) {
    await writeFile(post, `${written}\nRound ${round}, first.\n`)
    await setTimeout(round * 4)
    await writeFile(post, `${written}\nRound ${round}, second.\n`)
    const shown = async (): Promise<string> => (await ask(addressOfFirst())).body
    await expect
      .poll(shown, { timeout: 5000 })
      .toContain(`Round ${round}, second.`)
      .catch(() => stale.push(round))
  }
  expect(stale).toEqual([])
})

test('a port in use takes the next one', async () => {
  const port = Number(new URL(live.url).port)
  const second = await serveLive({ config: project.config, port })
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port)
  await second.close()
})

test('an article that is long or bad in any way never ends it, and is mended', async () => {
  const post = path.join(project.root, 'posts/first-en.md')
  const written = await readFile(post, 'utf8')
  const shown = async (): Promise<string> => (await ask(addressOfFirst())).body
  const bad = [
    `${written}\n${'あいうえお漢字かな**太字**と[リンク](./a.md)。'.repeat(2000)}\n\nLong.\n`,
    '',
    '---\ntitle: [',
    Buffer.from([0xff, 0xfe, 0x00, 0x80]),
    `${written}\n${'> '.repeat(20_000)}deep\n`,
    written.replace('---\n', `---\ndate: 9999999-99-99\nlang: "x y"\npair: [${'['.repeat(500)}\n`),
  ]
  for (const [round, text] of bad.entries()) {
    await writeFile(post, text)
    await setTimeout(200)
    await writeFile(post, `${written}\nMended ${round}.\n`)
    await expect.poll(shown, { timeout: 30_000 }).toContain(`Mended ${round}.`)
  }
  expect((await ask('/')).status).toBe(200)
})

test('what is saved while the articles are read for the first time is taken in', async () => {
  const other = await copyProject('test/fixtures/pair')
  const [under, go] = ['under-way', 'go'].map((name) => path.join(other.root, name))
  // Renders until it is told to go on.
  await writeFile(
    path.join(other.root, 'slow.mjs'),
    `import { existsSync, writeFileSync } from 'node:fs'
    export default () => async () => {
      writeFileSync(${JSON.stringify(under)}, '')
      while (!existsSync(${JSON.stringify(go)})) await new Promise((resolve) => setTimeout(resolve, 10))
    }`,
  )
  const plugins = { remark: ['./slow.mjs'] }
  await other.edit('wp.config.json', (text) => JSON.stringify({ ...JSON.parse(text), plugins }))
  const serving = serveLive({ config: other.config, port: 5990 })
  await expect.poll(() => existsSync(under ?? ''), { timeout: 20_000 }).toBe(true)
  await other.edit('posts/first-en.md', (text) => text.replace(/^title: .*$/m, 'title: Saved early'))
  await writeFile(path.join(other.root, 'posts/late.md'), '---\ntitle: Late\nslug: late\n---\n\nText.\n')
  await rename(path.join(other.root, 'posts/second-en.md'), path.join(other.root, 'moved-away.md'))
  await mkdir(path.join(other.root, 'posts/deep/er'), { recursive: true })
  await writeFile(
    path.join(other.root, 'posts/deep/er/in.md'),
    '---\ntitle: Deep\nslug: deep\n---\n\nText.\n',
  )
  await other.edit('wp.config.json', (text) => text.replace('https://blog.example', 'https://late.example'))
  await writeFile(go ?? '', '')
  const early = await serving
  try {
    const titles = (): unknown[] =>
      [...early.workspace.snapshot().articles.values()]
        .map(({ draft }) => textOf(draft.fields, 'title'))
        .toSorted()
    const before = [...live.workspace.snapshot().articles.keys()]
    await expect
      .poll(titles, { timeout: 20_000 })
      .toEqual(expect.arrayContaining(['Saved early', 'Late', 'Deep']))
    await expect.poll(() => titles().length, { timeout: 20_000 }).toBe(before.length + 1)
    expect(early.workspace.snapshot().config.site.url).toBe('https://late.example')
  } finally {
    await early.close()
    await other.remove()
  }
})
