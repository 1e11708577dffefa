import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { publishProject } from '../helpers/publish-project.ts'
import { runPull } from '../helpers/pull-command.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

let wordpress: TestSandbox
let project: Project
let empty: string

beforeAll(async () => {
  wordpress = await startTestSandbox()
  project = await copyProject('.')
  empty = await mkdtemp(path.join(tmpdir(), 'rensai-pull-'))
  await mkdir(path.join(empty, 'posts'))
  await writeFile(
    path.join(empty, 'wp.config.json'),
    JSON.stringify({ name: 'other', site: { url: wordpress.url } }),
  )
})

afterAll(async () => {
  await wordpress?.stop()
  await project?.remove()
  await rm(empty, { recursive: true, force: true })
})

const run = (command: string, config: string, ...args: string[]) =>
  command === 'pull'
    ? runPull(config, wordpress.environment, ...args)
    : runCli([command, '--config', config, ...args], wordpress.environment)

interface Post {
  readonly id: number
  readonly content: { raw: string }
}

async function readPost(slug: string): Promise<Post> {
  const [post] = await wordpress.rest<Post[]>('GET', `/wp/v2/posts?context=edit&status=any&slug=${slug}`)
  return post ?? expect.unreachable(slug)
}

/** Uploads a picture as wp-admin does, under a name and slug of its own. */
async function upload(): Promise<{ id: number; source_url: string }> {
  const response = await fetch(`${wordpress.url}/?rest_route=/wp/v2/media`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${wordpress.username}:${wordpress.appPassword}`).toString('base64')}`,
      'content-type': 'image/png',
      'content-disposition': 'attachment; filename="by hand.png"',
    },
    body: await readFile('test/fixtures/render/images/a dot.png'),
  })
  return (await response.json()) as never
}

test('posts written by hand are pulled, and the plan is empty', async () => {
  const picture = await upload()
  const blocks = [
    '<!-- wp:paragraph -->\n<p>By <strong>hand</strong>.</p>\n<!-- /wp:paragraph -->',
    '<!-- wp:heading -->\n<h2 class="wp-block-heading">A heading</h2>\n<!-- /wp:heading -->',
    `<!-- wp:image {"id":${picture.id},"sizeSlug":"full","linkDestination":"none"} -->\n<figure class="wp-block-image size-full"><img src="${picture.source_url}" alt="A dot" class="wp-image-${picture.id}"/></figure>\n<!-- /wp:image -->`,
    '<!-- wp:buttons -->\n<div class="wp-block-buttons"><!-- wp:button -->\n<div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="https://e.example">go</a></div>\n<!-- /wp:button --></div>\n<!-- /wp:buttons -->',
  ].join('\n\n')
  const { id: tag } = await wordpress.rest<{ id: number }>('POST', '/wp/v2/tags', { name: 'R&D' })
  await wordpress.rest('POST', '/wp/v2/posts', {
    title: 'In: blocks "quoted"',
    slug: 'in-blocks',
    status: 'publish',
    date: '2025-12-22T11:00:00',
    content: blocks,
    tags: [tag],
    featured_media: picture.id,
  })
  await wordpress.rest('POST', '/wp/v2/posts', {
    title: 'Classic',
    slug: 'classic',
    status: 'draft',
    excerpt: 'Said in short.',
    content: 'one\ntwo <b>bold</b>\n\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\nlast [gallery ids="1"]',
  })
  const config = path.join(empty, 'wp.config.json')
  const pulled = await run('pull', config, 'in-blocks', 'classic')
  expect(pulled.stderr).toContain('posts/in-blocks.md')
  expect(pulled.exitCode).toBe(0)
  const text = await readFile(path.join(empty, 'posts/in-blocks.md'), 'utf8')
  expect(text).toContain(
    'By **hand**.\n\n## A heading\n\n![A dot](../images/by-hand.png)\n\n<!-- wp:buttons -->',
  )
  expect(text).toContain(
    'title: "In: blocks \\"quoted\\""\nslug: in-blocks\nstatus: publish\ndate: 2025-12-22 11:00:00\n',
  )
  expect(text).toContain('tags:\n  - R&D\nfeatured_image: ../images/by-hand.png\n')
  expect(await readdir(path.join(empty, 'images'))).toEqual(['by-hand.png'])

  const plan = await run('plan', config, '--json')
  expect(plan.stderr).toBe('')
  expect(plan.json()).toMatchObject({ changes: [], unchanged: 2, drift: [], conflicts: [] })

  const again = await run('pull', config, 'in-blocks')
  expect(again.stderr).toContain('as on the site')
  // Changed here, it is still not ours: nothing is written unasked.
  await writeFile(path.join(empty, 'posts/in-blocks.md'), text.replace('By **hand**', 'By *hand*'))
  const edited = await run('publish', config, '--json')
  expect(edited.json()).toMatchObject({
    changes: [],
    conflicts: [{ slug: 'in-blocks', reason: 'unmanaged' }],
  })
})

test('the whole series is pulled into an empty folder, and the plan is empty', async () => {
  await publishProject(project.config, wordpress.environment)
  const fresh = await copyProject('.')
  await rm(path.join(fresh.root, 'posts'), { recursive: true })
  const names = (await readdir(path.join(project.root, 'posts'))).filter((name) => name.endsWith('.md'))
  const pulled = await run('pull', fresh.config, ...names.map((name) => name.replace('.md', '')))
  expect(pulled.exitCode).toBe(0)
  const plan = await run('plan', fresh.config, '--json')
  expect(plan.json()).toMatchObject({ changes: [], unchanged: names.length, drift: [], conflicts: [] })
  await fresh.remove()
})

test('an edit in wp-admin is written into the file, and the plan is empty', async () => {
  const file = 'posts/copilot-server-error-504-en.md'
  const before = await readFile(path.join(project.root, file), 'utf8')
  const post = await readPost('copilot-server-error-504-en')
  const content = post.content.raw.replace(
    'the second attempt may make it',
    'a second attempt <em>may</em> make it',
  )
  expect(content).not.toBe(post.content.raw)
  await wordpress.rest('POST', `/wp/v2/posts/${post.id}`, { content, title: 'Edited there' })
  const pulled = await run('pull', project.config)
  expect(pulled.stderr).toContain(`${file}: title, content as edited in wp-admin`)
  expect(pulled.exitCode).toBe(0)
  const after = await readFile(path.join(project.root, file), 'utf8')
  const [old, now] = [before.split('\n'), after.split('\n')]
  expect(now.filter((line) => !old.includes(line)).map((line) => line.replace(/[0-9a-f]{8}/g, '#'))).toEqual([
    'title: "Edited there"',
    'pulled: "title #..#, content #..#"',
    expect.stringContaining('so a second attempt *may* make it.'),
  ])
  const plan = await run('plan', project.config, '--json')
  expect(plan.json()).toMatchObject({ changes: [], drift: [], conflicts: [] })

  // The file is what the site has, so a further edit of it is published without more ado.
  await project.edit(file, (text) => text.replace('Attach less', 'Attach much less'))
  const published = await run('publish', project.config, '--json')
  expect(published.json()).toMatchObject({ outcomes: [{ status: 'applied' }], conflicts: [] })
})

test('a file with a mark and carriage returns keeps both, and brackets typed on the site are brackets', async () => {
  const slug = 'copilot-server-error-502-jp'
  const file = `posts/${slug}.md`
  await project.edit(file, (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`)
  const before = await readFile(path.join(project.root, file), 'utf8')
  const post = await readPost(slug)
  const typed = '<!-- wp:paragraph -->\n<p>a [word] b</p>\n<!-- /wp:paragraph -->'
  await wordpress.rest('POST', `/wp/v2/posts/${post.id}`, {
    content: `${post.content.raw}\n\n${typed}`,
    title: '[word] \uFDD4',
  })
  const pulled = await run('pull', project.config)
  expect(pulled.stderr).toContain(`${file}: title, content as edited in wp-admin`)
  expect(pulled.exitCode).toBe(0)
  const after = await readFile(path.join(project.root, file), 'utf8')
  expect(after).not.toMatch(/[^\r]\n|[\uFDD0-\uFDEF]/)
  const [old, now] = [before.split('\r\n'), after.split('\r\n')]
  expect(old.filter((line) => !now.includes(line))).toEqual([expect.stringMatching(/^title: /)])
  expect(now.filter((line) => !old.includes(line))).toEqual([
    expect.stringMatching(/^title: .*\[word\] \uFFFD/),
    expect.stringMatching(/^pulled: /),
    // What may be a shortcode stays what the site has.
    '<!-- wp:paragraph -->',
    '<p>a [word] b</p>',
    '<!-- /wp:paragraph -->',
  ])
  const plan = await run('plan', project.config, '--json')
  expect(plan.json()).toMatchObject({ changes: [], drift: [], conflicts: [] })
})

test('a post in the trash leaves its file as it is, and is told', async () => {
  const slug = 'copilot-stream-terminated-en'
  const before = await readFile(path.join(project.root, `posts/${slug}.md`), 'utf8')
  const { id } = await readPost(slug)
  await wordpress.rest('DELETE', `/wp/v2/posts/${id}`)
  const pulled = await run('pull', project.config)
  expect(pulled.stderr).toContain(`posts/${slug}.md is left as it is: post ${id}\n`)
  expect(pulled.stderr).toContain('slug, status not brought: the post is in the trash of the site.')
  expect(pulled.exitCode).toBe(4)
  expect(await readFile(path.join(project.root, `posts/${slug}.md`), 'utf8')).toBe(before)
  await wordpress.rest('POST', `/wp/v2/posts/${id}`, { status: 'publish' })
})

test('edits on both sides are merged, or left between conflict markers', async () => {
  const file = 'posts/copilot-server-error-502-en.md'
  const post = await readPost('copilot-server-error-502-en')
  await wordpress.rest('POST', `/wp/v2/posts/${post.id}`, {
    content: post.content.raw.replace('does not talk to', 'never talks to'),
  })
  await project.edit(file, (text) => text.replace('tempting', 'easy'))
  expect((await run('plan', project.config)).exitCode).toBe(4)
  const merged = await run('pull', project.config)
  expect(merged.stderr).toContain('content as edited in wp-admin')
  expect(merged.exitCode).toBe(0)
  const text = await readFile(path.join(project.root, file), 'utf8')
  expect(text).toContain('never talks to')
  expect(text).toContain('It is easy')
  expect((await run('publish', project.config)).exitCode).toBe(0)

  const now = await readPost('copilot-server-error-502-en')
  await wordpress.rest('POST', `/wp/v2/posts/${now.id}`, {
    content: now.content.raw.replace('never talks to', 'hardly talks to'),
  })
  await project.edit(file, (old) => old.replace('never talks to', 'seldom talks to'))
  const conflict = await run('pull', project.config)
  expect(conflict.exitCode).toBe(4)
  const marked = await readFile(path.join(project.root, file), 'utf8')
  expect(marked).toMatch(
    /<<<<<<< posts\/[^\n]*\n[^\n]*seldom talks to[^\n]*\n=======\n[^\n]*hardly talks to[^\n]*\n>>>>>>> wp-admin\n/,
  )
  const check = await run('check', project.config)
  expect(check.exitCode).toBe(1)
  expect(check.stderr).toContain('conflict-marker')
})

test('of the posts of a whole site, what check would refuse is left there and told', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'rensai-pull-'))
  const config = path.join(root, 'wp.config.json')
  await mkdir(path.join(root, 'posts'))
  await writeFile(config, JSON.stringify({ name: 'third', site: { url: wordpress.url } }))
  const create = (fields: object): Promise<{ id: number; link: string }> =>
    wordpress.rest('POST', '/wp/v2/posts', { status: 'publish', content: 'Text.', ...fields })
  const odd = await create({ title: 'エラー', slug: 'odd_one' })
  await create({ title: 'Links', slug: 'links', content: `<p><a href="${odd.link}">odd</a></p>` })
  await create({ title: '', slug: 'untitled' })
  await create({ title: 'Locked', slug: 'locked', password: 'x' })
  await create({ title: 'Hidden', slug: 'hidden', status: 'private', date: '1999-01-01T00:00:00' })
  await create({ title: 'Later', slug: 'later', status: 'future', date: '2199-01-01T00:00:00' })
  await create({ title: 'Draft', status: 'draft' })
  const pulled = await run('pull', config, '--all')
  expect(pulled.exitCode).toBe(4)
  const missed = pulled.stderr.split('\n').filter((line) => line.includes('not brought'))
  expect(missed).toEqual([
    expect.stringContaining(
      `post ${odd.id}, "odd_one", is not brought: check would refuse it: The slug "odd_one"`,
    ),
    expect.stringContaining('"untitled", is not brought: check would refuse it: The title is empty.'),
  ])
  const names = await readdir(path.join(root, 'posts'))
  expect(names).toEqual(expect.arrayContaining(['links.md', 'locked.md', 'hidden.md', 'later.md']))
  expect(await readFile(path.join(root, 'posts/links.md'), 'utf8')).toContain(`[odd](${odd.link})`)
  await rm(root, { recursive: true })
})

test('history lists the versions, rollback restores one, and the plan leaves it alone', async () => {
  const slug = 'copilot-server-error-504-jp'
  const post = await readPost(slug)
  const content = post.content.raw.replace('</p>', ', edited twice</p>')
  await wordpress.rest('POST', `/wp/v2/posts/${post.id}`, { content })
  const listed = await run('history', project.config, slug)
  expect(listed.exitCode).toBe(0)
  expect(listed.stdout).toContain('as published from here')
  const asked = await run('rollback', project.config, slug)
  expect(asked.exitCode).toBe(2)
  expect(asked.stderr).toContain(', edited twice')
  expect((await readPost(slug)).content.raw).toBe(content)
  const restored = await run('rollback', project.config, slug, '--yes')
  expect(restored.exitCode).toBe(0)
  expect((await readPost(slug)).content.raw).toBe(post.content.raw)
})
