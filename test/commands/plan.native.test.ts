import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { restOf, startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

interface Post {
  readonly id: number
  readonly slug: string
  readonly status: string
  readonly link: string
  readonly content: { readonly raw: string }
}

let wordpress: TestSandbox
let project: Project

beforeAll(async () => {
  wordpress = await startTestSandbox('/%postname%/')
  project = await copyProject('test/fixtures/pair')
  await rename('first-en', 'story-en')
  await rename('second-en', 'story-jp')
  const config = {
    name: 'folder',
    site: { url: wordpress.url },
    categories: [{ name: 'NAME & more', slug: 'cat-name' }],
  }
  await writeFile(project.config, JSON.stringify(config))
})

afterAll(async () => {
  await wordpress?.stop()
  await project?.remove()
})

/** The two articles of the fixture as the two languages of one. */
async function rename(from: string, to: string): Promise<void> {
  const old = path.join(project.root, 'posts', `${from}.md`)
  const text = (await readFile(old, 'utf8'))
    .replace(/slug: .*/, `slug: ${to}`)
    .replace('first-en.md', 'story-en.md')
    .replace('second-en.md', 'story-jp.md')
  await rm(old)
  await writeFile(path.join(project.root, 'posts', `${to}.md`), text)
}

async function run(command: string, ...options: string[]) {
  const args = [command, '--create-categories', '--config', project.config, ...options]
  // A kept plan has its own options.
  return await runCli(
    options.includes('--plan') ? args.filter((arg) => arg !== '--create-categories') : args,
    {
      ...wordpress.environment,
      GITHUB_STEP_SUMMARY: path.join(project.root, 'summary.md'),
    },
  )
}

async function posts(): Promise<Record<string, Post>> {
  const list = await wordpress.rest<Post[]>(
    'GET',
    '/wp/v2/posts?context=edit&status=publish,future,draft,pending,private,trash&orderby=id',
  )
  return Object.fromEntries(list.map((post) => [post.slug, post]))
}

test('while its translation is a draft an article waits; ready, both go public and are verified', async () => {
  await project.edit('posts/story-jp.md', (text) => text.replace('status: publish', 'status: draft'))
  const waiting = await run('publish', '--wait-for-pair', '--json', '--verify')
  expect(waiting.stderr).toContain('story-en: not made public, since of the pair "story" "story-jp" has')
  expect(waiting.exitCode).toBe(0)
  expect(waiting.json()).toMatchObject({
    held: [{ slug: 'story-en' }],
    verified: [
      { slug: 'story-jp', status: 'skipped' },
      { slug: 'story-en', status: 'skipped' },
    ],
  })
  expect(Object.values(await posts()).filter(({ status }) => status === 'publish')).toHaveLength(1)

  await project.edit('posts/story-jp.md', (text) => text.replace('status: draft', 'status: publish'))
  const ready = await run('publish', '--wait-for-pair', '--json', '--verify')
  expect(ready.stderr).toContain('Verified as a visitor:')
  expect(ready.json()).toMatchObject({
    held: [],
    verified: [
      { slug: 'story-jp', status: 'ok', notes: [] },
      { slug: 'story-en', status: 'ok', notes: [] },
    ],
  })
  expect(ready.exitCode).toBe(0)
  const again = await run('publish', '--wait-for-pair', '--json')
  expect(again.json()).toMatchObject({ changes: [], unchanged: 2, requests: { mutating: 0 } })
})

test('verifying finds a picture and a link that lead nowhere, and a section that is not there', async () => {
  const broken = 'See [one](/nowhere/), [two](/story-jp/#nowhere) and ![three](/wp-content/nowhere.png). This'
  await project.edit('posts/story-en.md', (text) => text.replace('This', broken))
  const result = await run('publish', '--verify', '--json')
  expect(result.json()).toMatchObject({
    verified: [
      {
        slug: 'story-en',
        status: 'failed',
        notes: [
          `the picture ${wordpress.url}/wp-content/nowhere.png answers 404`,
          `the link ${wordpress.url}/nowhere/ answers 404`,
          `the link ${wordpress.url}/story-jp/#nowhere names a section that is not there`,
        ],
      },
    ],
  })
  expect(result.exitCode).toBe(5)
  await project.edit('posts/story-en.md', (text) => text.replace(broken, 'This'))
  expect((await run('publish', '--verify')).exitCode).toBe(0)
})

test('a kept plan is applied exactly, and refused once the site or the files have moved', async () => {
  const file = path.join(project.root, 'plan.json')
  await project.edit('posts/story-en.md', (text) => text.replace('First of NAME', 'First, again'))
  expect((await run('plan', '--out', file)).stderr).toContain('To publish exactly this')
  const kept = await readFile(file, 'utf8')
  expect(kept).not.toContain(wordpress.appPassword)
  expect(kept).not.toContain('This article')

  await project.edit('posts/story-en.md', (text) => text.replace('First, again', 'Something else'))
  const changed = await run('publish', '--plan', file)
  expect(changed.exitCode).toBe(4)
  expect(changed.stderr).toContain('The articles have changed since the plan was made. Nothing was sent.')

  await project.edit('posts/story-en.md', (text) => text.replace('Something else', 'First, again'))
  const { 'story-en': post } = await posts()
  await wordpress.rest('POST', `/wp/v2/posts/${post?.id}`, { excerpt: 'Edited in wp-admin.' })
  const moved = await run('publish', '--plan', file)
  expect(moved.exitCode).toBe(4)
  expect(moved.stderr).toContain('The site has changed since the plan was made')

  await run('plan', '--out', file, '--overwrite')
  const applied = await run('publish', '--plan', file, '--json')
  expect(applied.exitCode).toBe(0)
  expect(applied.json()).toMatchObject({ outcomes: [{ slug: 'story-en', status: 'applied' }] })
})

test('another slug: the old address is named with its redirects; drift says who and when', async () => {
  await project.edit('posts/story-en.md', (text) => text.replace('slug: story-en', 'slug: tale-en'))
  const { 'story-jp': translation } = await posts()
  await wordpress.rest('POST', `/wp/v2/posts/${translation?.id}`, { title: 'Edited in wp-admin' })
  const result = await run('plan', '--format', 'markdown')
  expect(result.exitCode).toBe(4)
  expect(result.stdout).toContain('nginx `location = /story-en/ { return 301 /tale-en/; }`')
  expect(result.stdout).toMatch(
    /\*\*Drift:\*\* `story-jp`: title edited in wp-admin \(admin, \d{4}-\d\d-\d\d \d\d:\d\d\)/,
  )
  expect(await readFile(path.join(project.root, 'summary.md'), 'utf8')).toBe(result.stdout)
  expect((await run('publish', '--overwrite', '--verify')).exitCode).toBe(0)
})

test('each edit by an Editor is named with who and when, and nothing is touched', async () => {
  const asEditor = restOf(await wordpress.createUser('hanako', 'editor'))
  const { 'story-jp': translation } = await posts()
  const tag = await asEditor<{ id: number }>('POST', '/wp/v2/tags', { name: 'By Hanako' })
  const content = translation?.content.raw.replace('This', 'This edited') ?? ''
  const edits = { title: 'By Hanako', tags: [tag.id], content }
  for (const [name, value] of Object.entries(edits)) {
    await asEditor('POST', `/wp/v2/posts/${translation?.id}`, { [name]: value })
    const before = await posts()
    const result = await run('publish', '--json')
    expect(result.exitCode).toBe(4)
    expect(result.json()).toMatchObject({
      changes: [],
      drift: [{ slug: 'story-jp', fields: [name] }],
      requests: { mutating: 0 },
    })
    // Terms leave no revision that could say who it was.
    const who = name === 'tags' ? /last edited \d{4}/ : /last edited by hanako, \d{4}/
    expect(result.stderr).toMatch(who)
    expect(result.stderr).toContain('npm run pull -- story-jp')
    expect(await posts()).toEqual(before)
    expect((await run('publish', '--overwrite')).exitCode).toBe(0)
  }
})

test('draft on a public post hides it, and the plan says so', async () => {
  await project.edit('posts/story-jp.md', (text) => text.replace('status: publish', 'status: draft'))
  const result = await run('plan', '--only', 'story-jp')
  expect(result.stderr).toContain('UNPUBLISHES: it is public now, and will be draft.')
  const { 'story-jp': before } = await posts()
  expect((await fetch(before?.link ?? '')).status).toBe(200)
  const published = await run('publish', '--only', 'story-jp')
  expect(published.stderr).toContain('UNPUBLISHES: it is public now, and will be draft.')
  expect((await posts())['story-jp']?.status).toBe('draft')
  expect((await fetch(before?.link ?? '')).status).toBe(404)
  await project.edit('posts/story-jp.md', (text) => text.replace('status: draft', 'status: publish'))
  expect((await run('publish', '--only', 'story-jp', '--verify')).exitCode).toBe(0)
})

test('a post without a file is listed, and goes to the trash only when asked and confirmed', async () => {
  const other = { title: 'Of another folder', slug: 'other', status: 'publish' }
  await wordpress.rest('POST', '/wp/v2/posts', {
    ...other,
    content:
      '<!-- wp:paragraph {"metadata":{"rensai":{"key":"elsewhere/other"}}} -->\n<p>Other.</p>\n<!-- /wp:paragraph -->',
  })
  await rm(path.join(project.root, 'posts/story-jp.md'))
  await project.edit('posts/story-en.md', (text) => text.replace('[the second](./story-jp.md)', 'nothing'))
  const listed = await run('publish', '--json')
  expect(listed.stderr).toContain('! orphan   story-jp:')
  expect(listed.json()).toMatchObject({ orphans: [{ slug: 'story-jp', key: 'folder/story-jp' }] })

  const unasked = await run('publish', '--prune')
  expect(unasked.exitCode).toBe(2)
  expect(unasked.stderr).toContain('--prune would move 1 post to the trash; nothing was sent.')

  const pruned = await run('publish', '--prune', '--yes', '--json')
  expect(pruned.exitCode).toBe(0)
  expect(pruned.json()).toMatchObject({
    changes: [{ kind: 'trash-post', slug: 'story-jp' }],
    outcomes: [{ kind: 'trash-post', slug: 'story-jp', status: 'applied' }],
  })
  const left = await posts()
  expect(left['story-jp__trashed']?.status).toBe('trash')
  expect(left.other?.status).toBe('publish')
  expect((await run('publish', '--prune', '--yes', '--json')).json()).toMatchObject({
    changes: [],
    orphans: [],
  })
})
