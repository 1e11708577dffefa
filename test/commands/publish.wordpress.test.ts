import { access, cp, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { type Rest, restOf, startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

/** The author's own article, where the machine has it; it takes the place of ours of the same name. */
const realInput = path.resolve('../shared/input')

const REAL_ARTICLE = {
  title: 'VS Code Copilotで「Server error: 502」が出る原因と対処法 ― 504・Stream terminatedとの違い',
  sentence: '502が出続けることがあります。一度 VS Code を完全に終了し',
}

const OUR_ARTICLE = {
  title: '「Server error: 502」はなぜ出る？ VS Code Copilotの中継エラーを仕組みから直す',
  sentence: 'ウィンドウを閉じるだけでなく、VS Code を完全に終了してから開き直してください。',
}

interface Post {
  readonly id: number
  readonly slug: string
  readonly status: string
  readonly date: string
  readonly date_gmt: string
  readonly link: string
  readonly title: { raw: string }
  readonly content: { raw: string; rendered: string }
  readonly categories: number[]
  readonly tags: number[]
  readonly featured_media: number
}

interface Outcome {
  readonly kind: string
  readonly slug?: string
  readonly id: number
  readonly link: string
  readonly status: string
}

let project: Project
let wordpress: TestSandbox
let hasRealInput: boolean
/** Somebody else, who works in wp-admin. */
let asEditor: Rest

beforeAll(async () => {
  project = await copyProject('.')
  hasRealInput = await access(realInput).then(
    () => true,
    () => false,
  )
  if (hasRealInput) {
    await cp(path.join(realInput, 'posts'), path.join(project.root, 'posts'), { recursive: true })
    await cp(path.join(realInput, 'images'), path.join(project.root, 'images'), { recursive: true })
  }
  wordpress = await startTestSandbox()
  asEditor = restOf(await wordpress.createUser('editor', 'editor'))
})

afterAll(async () => {
  await wordpress?.stop()
  await project?.remove()
})

async function publish(...options: string[]) {
  return await runCli(
    ['publish', '--json', '--create-categories', '--config', project.config, ...options],
    wordpress.environment,
  )
}

async function readPosts(): Promise<Map<string, Post>> {
  const posts = await wordpress.rest<Post[]>('GET', '/wp/v2/posts?context=edit&per_page=100&status=any')
  return new Map(posts.map((post) => [post.slug, post]))
}

test('publishes the whole series', async () => {
  const result = await publish()
  expect(result.stderr).not.toContain('failed')
  expect(result.exitCode).toBe(0)
  const { outcomes, changes } = result.json() as { outcomes: Outcome[]; changes: { kind: string }[] }
  expect(
    outcomes.filter(({ kind }) => kind === 'create-post').map(({ slug, status }) => `${slug} ${status}`),
  ).toEqual([
    'copilot-server-error-502-en applied',
    'copilot-server-error-502-jp applied',
    'copilot-server-error-504-en applied',
    'copilot-server-error-504-jp applied',
    'copilot-stream-terminated-en applied',
    'copilot-stream-terminated-jp applied',
  ])
  expect(outcomes).toHaveLength(changes.length)
  for (const { kind, link, id } of outcomes) {
    if (kind === 'create-post') expect(link).toBe(`${wordpress.url}/archives/${id}`)
  }
})

test('everything arrives: title, date, terms, picture, table, links', async () => {
  const posts = await readPosts()
  const post = posts.get('copilot-server-error-502-jp') ?? expect.unreachable('the post is there')
  expect(post).toMatchObject({
    status: 'publish',
    date: '2025-12-22T11:00:00',
    date_gmt: '2025-12-22T02:00:00',
  })

  const [category] = await wordpress.rest<{ name: string; slug: string }[]>(
    'GET',
    `/wp/v2/categories?include=${post.categories}`,
  )
  expect(category).toMatchObject({ name: 'Copilot &amp; VS Code Errors', slug: 'copiloterro' })
  const tags = await wordpress.rest<{ name: string }[]>(
    'GET',
    `/wp/v2/tags?include=${post.tags}&orderby=name`,
  )
  expect(tags.map(({ name }) => name)).toEqual([
    'GitHub Copilot',
    'Server error 502',
    'Troubleshooting',
    'VS Code',
  ])

  const media = await wordpress.rest<{ source_url: string; mime_type: string }>(
    'GET',
    `/wp/v2/media/${post.featured_media}`,
  )
  expect(media.mime_type).toBe('image/png')
  expect((await fetch(media.source_url)).status).toBe(200)

  const link = (slug: string): string => posts.get(slug)?.link ?? expect.unreachable(slug)
  for (const slug of ['copilot-server-error-504-jp', 'copilot-stream-terminated-jp']) {
    expect(post.content.raw).toContain(`href="${link(slug)}`)
  }
  // The public page of a post of ours, where the other direction of the mutual links stands.
  const page = await (await fetch(link('copilot-server-error-504-jp'))).text()
  expect(page).toContain(`href="${post.link}`)
  expect(page).toContain('<figure class="wp-block-table"><table>')
  const pictures = [...page.matchAll(/<img[^>]* src="([^"]+)"/g)].map(([, src]) => src ?? '')
  expect(pictures.length).toBeGreaterThan(0)
  for (const src of pictures.filter((address) => address.startsWith(wordpress.url))) {
    expect(`${(await fetch(src)).status} ${src}`).toBe(`200 ${src}`)
  }
})

test("an article arrives unchanged, the author's own where the machine has it", async () => {
  const { title, sentence } = hasRealInput ? REAL_ARTICLE : OUR_ARTICLE
  const post = (await readPosts()).get('copilot-server-error-502-jp')
  expect(post?.title.raw).toBe(title)
  expect(post?.content.raw).toContain(
    '<td class="has-text-align-left" data-align="left"><code>Server error: 502</code></td>',
  )
  expect(post?.content.raw).toContain(sentence)
  expect(post?.content.raw).not.toContain('<br>')
})

test('a second run changes nothing and sends nothing that could', async () => {
  const result = await publish()
  expect(result.exitCode).toBe(0)
  expect(result.json()).toMatchObject({ changes: [], unchanged: 6, outcomes: [], requests: { mutating: 0 } })
})

test('one word changed is one update', async () => {
  await project.edit('posts/copilot-server-error-504-en.md', (text) => text.replace('hammer', 'batter'))
  const result = await publish()
  expect(result.json()).toMatchObject({
    changes: [{ kind: 'update-post', slug: 'copilot-server-error-504-en', fields: ['content'] }],
    outcomes: [{ kind: 'update-post', slug: 'copilot-server-error-504-en', status: 'applied' }],
    requests: { mutating: 1 },
  })
  expect((await readPosts()).get('copilot-server-error-504-en')?.content.raw).toContain('batter')
})

test('an edit in wp-admin is drift: reported, left alone, and written over only when asked', async () => {
  const post = (await readPosts()).get('copilot-stream-terminated-en') ?? expect.unreachable()
  await asEditor('POST', `/wp/v2/posts/${post.id}`, { title: 'Edited in wp-admin' })
  const drifted = await publish()
  expect(drifted.exitCode).toBe(4)
  expect(drifted.json()).toMatchObject({
    changes: [],
    drift: [{ slug: 'copilot-stream-terminated-en', id: post.id, fields: ['title'] }],
    requests: { mutating: 0 },
  })
  expect((await readPosts()).get('copilot-stream-terminated-en')?.title.raw).toBe('Edited in wp-admin')
  const overwritten = await publish('--overwrite', '--only', 'copilot-stream-*-en')
  expect(overwritten.exitCode).toBe(0)
  expect((await readPosts()).get('copilot-stream-terminated-en')?.title.raw).toBe(post.title.raw)
})

test('an edit of the terms in wp-admin does not hold up a change of the text', async () => {
  const post = (await readPosts()).get('copilot-server-error-502-en') ?? expect.unreachable()
  const tag = await asEditor<{ id: number }>('POST', '/wp/v2/tags', { name: 'By the editor' })
  await asEditor('POST', `/wp/v2/posts/${post.id}`, { tags: [...post.tags, tag.id] })
  const file = 'posts/copilot-server-error-502-en.md'
  await project.edit(file, (text) => `${text.trimEnd()}\n\nOne more sentence.\n`)
  const result = await publish()
  expect(result.exitCode).toBe(4)
  expect(result.json()).toMatchObject({
    changes: [{ kind: 'update-post', slug: 'copilot-server-error-502-en', fields: ['content'] }],
    drift: [{ slug: 'copilot-server-error-502-en', fields: ['tags'] }],
    requests: { mutating: 1 },
  })
  const now = (await readPosts()).get('copilot-server-error-502-en')
  expect(now?.content.raw).toContain('One more sentence.')
  expect(now?.tags).toContain(tag.id)
  // Settled: the editor's tag goes, since the file does not have it.
  expect((await publish('--overwrite', '--only', 'copilot-server-error-502-en')).exitCode).toBe(0)
})

test('edited on both sides is a conflict: nothing is written', async () => {
  const post = (await readPosts()).get('copilot-stream-terminated-en') ?? expect.unreachable()
  const edited = post.content.raw.replace('in the middle of', 'within')
  expect(edited).not.toBe(post.content.raw)
  await asEditor('POST', `/wp/v2/posts/${post.id}`, { content: edited })
  await project.edit('posts/copilot-stream-terminated-en.md', (text) => text.replace('nicely', 'well'))
  const result = await publish()
  expect(result.exitCode).toBe(4)
  expect(result.json()).toMatchObject({
    changes: [],
    conflicts: [{ slug: 'copilot-stream-terminated-en', reason: 'both-edited', fields: ['content'] }],
    requests: { mutating: 0 },
  })
  expect((await readPosts()).get('copilot-stream-terminated-en')?.content.raw).toBe(edited)
})

test('a post that was not published from here is taken over only with --adopt', async () => {
  await wordpress.rest('POST', '/wp/v2/posts', {
    title: 'Mine',
    slug: 'by-hand',
    status: 'publish',
    content: '<p>By hand.</p>',
  })
  await cp(
    path.join(project.root, 'posts/copilot-server-error-504-en.md'),
    path.join(project.root, 'posts/by-hand-en.md'),
  )
  await project.edit('posts/by-hand-en.md', (text) =>
    text.replace('slug: copilot-server-error-504-en', 'slug: by-hand\nlang: xx').replace('id: 554\n', ''),
  )
  const refused = await publish('--only', 'by-hand')
  expect(refused.exitCode).toBe(4)
  expect(refused.json()).toMatchObject({ changes: [], conflicts: [{ slug: 'by-hand', reason: 'unmanaged' }] })
  const adopted = await publish('--only', 'by-hand', '--adopt')
  expect(adopted.exitCode).toBe(0)
  expect(adopted.json()).toMatchObject({
    outcomes: [{ kind: 'update-post', slug: 'by-hand', status: 'applied' }],
  })
})

test('a wrong password and a missing right stop before anything is sent', async () => {
  const wrong = await runCli(['publish', '--config', project.config], {
    ...wordpress.environment,
    WP_APP_PASSWORD: 'wrong',
  })
  expect(wrong.exitCode).toBe(3)
  expect(wrong.stderr).toContain('refuses the login')
  expect(wrong.stderr).not.toContain('    at ')

  await project.edit('posts/copilot-server-error-504-en.md', (text) => text.replace('batter', 'flood'))
  const contributor = await wordpress.createUser('contributor', 'contributor')
  // Of the posts of others a contributor sees those that are public.
  const blind = await runCli(['publish', '--json', '--config', project.config], contributor)
  expect(blind.exitCode).not.toBe(0)
  expect(blind.json()).toMatchObject({ changes: [], requests: { mutating: 0 } })
  const fresh = '---\ntitle: Fresh\nstatus: publish\nslug: fresh\nlang: xx\n---\n\nText.\n'
  await writeFile(path.join(project.root, 'posts/fresh-en.md'), fresh)
  const refused = await runCli(
    ['publish', '--json', '--only', 'fresh', '--config', project.config],
    contributor,
  )
  expect(refused.stderr).toContain('may not publish posts')
  expect(refused.exitCode).toBe(3)
})

test('an Author, whose HTML WordPress filters on saving, has nothing to do the second time', async () => {
  const author = await wordpress.createUser('author', 'author')
  const config = 'test/fixtures/render/wp.config.json'
  const first = await runCli(['publish', '--json', '--config', config], author)
  expect(first.stderr).not.toContain('failed')
  expect(first.exitCode).toBe(0)
  // Pictures of this fixture open in full size, which asks for an attribute that the filter rewrites.
  expect(first.stderr).toContain('WordPress changed the content on saving')
  const second = await runCli(['publish', '--json', '--config', config], author)
  expect(second.stderr).not.toContain('WordPress changed')
  expect(second.json()).toMatchObject({ changes: [], drift: [], conflicts: [], requests: { mutating: 0 } })
})
