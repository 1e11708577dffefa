import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compile, publishable } from '../../src/commands/compile.ts'
import { loadConfig } from '../../src/config/load.ts'
import { createJudge } from '../../src/judge/judge.ts'
import { type PullChoice, pullPosts } from '../../src/pull/pull-posts.ts'
import { pulledToText } from '../../src/report/pull.ts'
import type { PostFields, RemotePost } from '../../src/site/types.ts'
import { comparePosts } from '../../src/sync/compare.ts'
import { hashFields } from '../../src/sync/fields.ts'
import { NOTHING_ELSE } from '../../src/sync/folder.ts'
import { writeMarker } from '../../src/sync/marker.ts'
import { readSite } from '../../src/sync/read-site.ts'
import { ModelSite } from '../helpers/model-site.ts'
import { captureOutput, stripColours } from '../helpers/output.ts'

let root: string
let model: ModelSite

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-pull-posts-'))
  await mkdir(path.join(root, 'posts'))
  await configure({})
  model = new ModelSite(false)
})

afterEach(() => rm(root, { recursive: true, force: true }))

async function configure(settings: object): Promise<void> {
  const site = { url: 'https://model.example', timezone: 'UTC' }
  await writeFile(path.join(root, 'wp.config.json'), JSON.stringify({ site, ...settings }))
}

async function write(name: string, text: string): Promise<void> {
  await writeFile(path.join(root, 'posts', name), text)
}

const read = (name: string): Promise<string> => readFile(path.join(root, 'posts', name), 'utf8')

const paragraph = (text: string): string => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`

/** Publishes the folder's articles on the model, as far as pulling can tell. */
async function publish(): Promise<RemotePost[]> {
  const config = await loadConfig(path.join(root, 'wp.config.json'))
  const output = captureOutput()
  const { rendered } = (await compile(config, output, { strict: true })) ?? expect.unreachable(output.said())
  const made: RemotePost[] = []
  for (const { post, content, excerpt } of rendered) {
    const ids = (names: readonly { name: string }[], taxonomy: 'category' | 'post_tag') =>
      Promise.all(
        names.map(async ({ name }) => (await model.createTerm({ taxonomy, name }, undefined)).remote.id),
      )
    const fields: PostFields = {
      title: post.title,
      content,
      excerpt,
      slug: post.slug,
      status: post.status,
      tags: await ids(post.tags, 'post_tag'),
      featuredMedia: 0,
      ...(post.date === undefined ? {} : { date: post.date }),
      ...(post.format === undefined ? {} : { format: post.format }),
      ...(post.categories.length === 0 ? {} : { categories: await ids(post.categories, 'category') }),
    }
    const marker = { key: post.key, base: hashFields(fields), stored: {} }
    made.push(await model.createPost({ ...fields, content: writeMarker(content, marker) }))
  }
  return made
}

/**
 * Pulls, and holds what every pull has to hold: check accepts the folder afterwards, unless a conflict is left in it, and
 * what is said to be here is read as what the site has.
 */
async function pull(choice: Partial<PullChoice> = {}): Promise<string> {
  const config = await loadConfig(path.join(root, 'wp.config.json'))
  const judge = createJudge(config, { render: true, strict: true })
  const names = await readdir(path.join(root, 'posts'))
  const { rendered, folder } =
    names.length === 0 ? { rendered: [], folder: NOTHING_ELSE } : publishable(await judge.judge())
  const site = await readSite(model, rendered, config, folder)
  const results = await pullPosts(
    { slugs: [], all: false, overwrite: false, ...choice },
    { config, judge, rendered, folder, paths: names.map((name) => `posts/${name}`) },
    site,
    model,
  )
  if (results.some(({ action }) => ['created', 'updated'].includes(action))) {
    const after = captureOutput()
    const again = (await compile(config, after)) ?? expect.unreachable(after.said())
    expect(after.said()).not.toContain(' error ')
    const compared = comparePosts(
      again.rendered,
      await readSite(model, again.rendered, config, again.folder),
      { now: Date.now(), timezone: 'UTC', name: undefined, folder: again.folder },
    )
    for (const { path: file, fields, withheld } of results) {
      const left = compared.find(({ item }) => item.post.file.path === file)?.decision
      const told = withheld.flatMap((one) => one.fields)
      expect(
        [...(left?.drift ?? []), ...(left?.conflict ?? [])].filter((name) => !told.includes(name)),
      ).toEqual([])
      expect(fields.filter((name) => told.includes(name))).toEqual([])
    }
  }
  return stripColours(results.map(pulledToText).join('\n'))
}

const ARTICLE = '\uFEFF---\r\ntitle: One\r\nslug: one\r\nstatus: publish\r\n---\r\n\r\nText.\r\n'

test('what somebody moves to the trash keeps its slug and status in the file, and that is said', async () => {
  await write('one.md', ARTICLE)
  const [post] = await publish()
  const { id = 0 } = post ?? {}
  await model.trashPost(id)
  expect(await pull()).toBe(
    `  ! posts/one.md is left as it is: post ${id}\n      ! slug, status not brought: the post is in the trash of the site. Restore it in wp-admin, publish it again with --overwrite, or remove the file`,
  )
  expect(await read('one.md')).toBe(ARTICLE)

  model.edit(id, { title: 'Edited' })
  expect(await pull()).toContain(
    '~ posts/one.md: title as edited in wp-admin\n      ! slug, status not brought',
  )
  expect(await read('one.md')).toMatch(
    /^\uFEFF---\r\ntitle: Edited\r\nslug: one\r\nstatus: publish\r\npulled: .*\r\n---\r\n\r\nText\.\r\n$/,
  )
})

test.each<[string, PostFields, string]>([
  [
    'an empty title',
    { title: '' },
    'title not brought: check would refuse it: The title is empty. (title-required)',
  ],
  [
    'a status of a plugin',
    { status: 'archived' as never },
    'status not brought: check would refuse it: "archived"',
  ],
  [
    'a slug against the rule',
    { slug: 'エラー_1' },
    'slug not brought: check would refuse it: The slug "エラー_1" is more than words',
  ],
  [
    'a slug that another file has',
    { slug: 'two' },
    'slug not brought: check would refuse it: The slug "two" is also that of',
  ],
  [
    'a date that never was',
    { date: '-0001-11-30T00:00:00' },
    'date not brought: check would refuse it: "-0001-11-30 00:00:00"',
  ],
  ['a format of nobody', { format: 'zine' }, 'format not brought: check would refuse it: "zine"'],
])('%s stays on the site, and all else is brought', async (_, edit, said) => {
  await write(
    'one.md',
    '---\ntitle: One\nslug: one\nstatus: publish\ndate: 2025-01-01 00:00:00\nformat: aside\nexcerpt: E\n---\n\nText.\n',
  )
  const [post] = await publish()
  const two = await model.createPost({ title: 'Two', slug: 'elsewhere', content: 'x' })
  await write('two.md', `---\ntitle: Two\nslug: two\nid: ${two.id}\n---\n\nText.\n`)
  const { id = 0 } = post ?? {}
  model.edit(id, edit)
  expect(await pull({ slugs: ['one'] })).toContain(said)
  expect(await read('one.md')).not.toContain('pulled')
  model.edit(id, { excerpt: 'Edited.' })
  const again = await pull({ slugs: ['one'] })
  expect(again).toContain('posts/one.md: excerpt as edited in wp-admin')
  expect(again).toContain(said)
  expect(await read('one.md')).toContain('excerpt: Edited.\n')
})

test('a scheduled article is told when it appears', async () => {
  await write('one.md', ARTICLE)
  const [post] = await publish()
  model.edit(post?.id ?? 0, { status: 'publish', date: '2199-01-01T00:00:00' })
  expect(await pull()).toContain('posts/one.md: status as edited in wp-admin')
  expect(await read('one.md')).toContain('status: future\r\npulled: ')
  expect(await read('one.md')).toContain('date: 2199-01-01 00:00:00\r\n')
})

test('categories that the configuration does not know stay on the site', async () => {
  await configure({ categories: [{ name: 'Known' }] })
  await write('one.md', '---\ntitle: One\nslug: one\nstatus: publish\ncategories: [Known]\n---\n\nText.\n')
  const [post] = await publish()
  const { remote } = await model.createTerm({ taxonomy: 'category', name: 'Other' }, undefined)
  model.edit(post?.id ?? 0, { categories: [remote.id], title: 'Edited' })
  expect(await pull()).toContain(
    'title as edited in wp-admin\n      ! categories not brought: check would refuse it: The category "Other" is not in wp.config.json. (category-known)',
  )
  await model.createPost({ title: 'Two', slug: 'two', content: 'x', categories: [remote.id] })
  expect(await pull({ slugs: ['two'] })).toContain(
    '+ posts/two.md: post 7\n      ! categories not brought: check would refuse it: The category "Other"',
  )
  expect(await read('two.md')).not.toContain('categories')
})

test('tags that nothing here can tell apart are said; commas and signs are not in the way', async () => {
  const ids: number[] = []
  for (const name of ['PHP', 'a, b', '- c: #d', "it's"]) {
    ids.push((await model.createTerm({ taxonomy: 'post_tag', name }, undefined)).remote.id)
  }
  await model.createPost({ title: 'One', slug: 'one', content: 'x', tags: ids })
  expect(await pull({ slugs: ['one', 'one'] })).toMatch(/^ {2}\+ posts\/one\.md: post \d+$/)
  expect(await read('one.md')).toContain(`tags:\n  - PHP\n  - "a, b"\n  - "- c: #d"\n  - "it's"\n`)
  model.terms.push({ id: 99, taxonomy: 'post_tag', name: 'php', slug: 'php-2', parent: 0 })
  await model.createPost({ title: 'Two', slug: 'two', content: 'x', tags: [...ids, 99] })
  expect(await pull({ slugs: ['two'] })).toContain(
    '! tags not brought: the file cannot say all that the site has',
  )
  expect(await read('two.md')).toContain('tags:\n  - PHP\n')
})

test.each<[string, PostFields, string]>([
  [
    'no title',
    { title: '' },
    '! post 2, "new", is not brought: check would refuse it: The title is empty. (title-required)',
  ],
  [
    'a status of a plugin',
    { status: 'archived' as never },
    'is not brought: check would refuse it: "archived"',
  ],
  [
    'a slug against the rule',
    { slug: 'エラー_1' },
    'is not brought: check would refuse it: The slug "エラー_1" is more than words',
  ],
  [
    'a slug that leads out',
    { slug: '../../new' },
    'is not brought: check would refuse it: The slug "../../new" is more than words',
  ],
  [
    'a slug that is hidden',
    { slug: '.new' },
    'is not brought: check would refuse it: The slug ".new" is more than words',
  ],
  [
    'a name that differs in case',
    { slug: 'one' },
    'is not brought: its file would have the name of posts/ONE.md',
  ],
])('a new post with %s is left on the site, and links to it stay addresses', async (_, fields, said) => {
  await write('ONE.md', ARTICLE.replace('slug: one', 'slug: another'))
  const broken = await model.createPost({ title: 'New', slug: 'new', content: 'x', ...fields })
  const content = paragraph(`<a href="${broken.link}">there</a>`)
  await model.createPost({ title: 'Links', slug: 'links', content })
  await model.createPost({ title: 'Draft', content: 'x', status: 'draft' })
  const output = await pull({ all: true })
  expect(output).toContain(said)
  expect(output).toContain('+ posts/links.md')
  expect((await readdir(path.join(root, 'posts'))).sort()).toEqual(['ONE.md', 'links.md', 'post-6.md'])
  expect(await read('links.md')).toContain(`[there](${broken.link})`)
})

test('of posts that come here together, links become paths', async () => {
  await write('one.md', ARTICLE)
  const [post] = await publish()
  await rm(path.join(root, 'posts/one.md'))
  const { content = '', link = '' } = post ?? {}
  await model.createPost({ title: 'Copy', slug: 'copy', content })
  await model.createPost({
    title: 'Private',
    slug: 'private',
    status: 'private',
    content: paragraph(`<a href="${link}">one</a>`),
  })
  expect(await pull({ all: true })).toBe(
    ['  + posts/one.md: post 2', '  + posts/copy.md: post 4', '  + posts/private.md: post 6'].join('\n'),
  )
  expect(await read('private.md')).toContain('[one](./one.md)')
})

test('a draft without a slug gets that of its file', async () => {
  const { id } = await model.createPost({ title: 'Draft', content: 'x', status: 'draft' })
  expect(await pull({ all: true })).toBe(`  + posts/post-${id}.md: post ${id}`)
  expect(await read(`post-${id}.md`)).toBe(
    `---\ntitle: Draft\nstatus: draft\nexcerpt: ""\nid: ${id}\n---\n\nx\n`,
  )
})

test('a lost file comes back without a note where it says just what the site has, and with one where it does not', async () => {
  await write('one.md', ARTICLE)
  await write('two.md', ARTICLE.replaceAll('one', 'two').replace('One', 'Two'))
  const [, two] = await publish()
  await rm(path.join(root, 'posts/one.md'))
  await rm(path.join(root, 'posts/two.md'))
  model.edit(two?.id ?? 0, {
    content: (two?.content ?? '')
      .replace('<p>Text.</p>', '<p><span class="b">Text</span>.</p>')
      .replace('</p>', '</p>\n'),
  })
  expect(await pull({ all: true })).toContain('+ posts/one.md')
  expect(await read('one.md')).not.toContain('pulled:')
  expect(await read('two.md')).toContain('pulled:')
})

test('an edit that takes away what another article links to is not brought', async () => {
  const body = '## Part\n\nText.\n'
  await write('one.md', `---\ntitle: One\nslug: one\nstatus: publish\n---\n\n${body}`)
  await write('two.md', '---\ntitle: Two\nslug: two\nstatus: publish\n---\n\n[part](./one.md#part)\n')
  const [post] = await publish()
  const { id = 0, content = '' } = post ?? {}
  model.edit(id, {
    content: content.replace(/<!-- wp:heading[\s\S]*?<!-- \/wp:heading -->\n\n/, ''),
    title: 'Edited',
  })
  expect(await pull()).toContain(
    'posts/one.md: title as edited in wp-admin\n      ! content not brought: posts/two.md would have an error: ',
  )
  expect(await read('one.md')).toContain(body)
})

test('a file that somebody saves in the meantime, as no UTF-8 or otherwise, is left alone', async () => {
  await write('one.md', ARTICLE)
  const [post] = await publish()
  model.edit(post?.id ?? 0, { title: 'Edited' })
  const bytes = Buffer.concat([Buffer.from(ARTICLE), Buffer.from([0xff])])
  model.listTerms = async (taxonomy) => {
    await writeFile(path.join(root, 'posts/one.md'), bytes)
    return await ModelSite.prototype.listTerms.call(model, taxonomy)
  }
  expect(await pull()).toContain('is left as it is: post 2, the file is not valid UTF-8')
  expect(await readFile(path.join(root, 'posts/one.md'))).toEqual(bytes)

  await write('one.md', ARTICLE)
  model.listTerms = async (taxonomy) => {
    await write('one.md', ARTICLE.replace('Text.', 'Typed meanwhile.'))
    return await ModelSite.prototype.listTerms.call(model, taxonomy)
  }
  expect(await pull()).toContain('is left as it is: post 2, the file was changed while the site was read')
  expect(await read('one.md')).toContain('Typed meanwhile.')
})
