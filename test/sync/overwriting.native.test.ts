import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CliResult, runCli } from '../helpers/cli.ts'
import { type FaultProxy, startFaultProxy } from '../helpers/fault-proxy.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { restOf, startTestNative, type TestSandbox } from '../helpers/sandbox.ts'

let wordpress: TestSandbox
let proxy: FaultProxy
let project: Project
let environment: Record<string, string>
let asAuthor: Record<string, string>

beforeAll(async () => {
  ;[wordpress, project] = await Promise.all([startTestNative(), copyProject('test/fixtures/pair')])
  proxy = await startFaultProxy(wordpress.url)
  environment = { ...wordpress.environment, WP_URL: proxy.url }
  asAuthor = { ...(await wordpress.createUser('author', 'author')), WP_URL: proxy.url }
  await rm(path.join(project.root, 'posts'), { recursive: true })
  await mkdir(path.join(project.root, 'posts'))
})

afterAll(async () => {
  await proxy?.close()
  await wordpress?.stop()
  await project?.remove()
})

interface Post {
  readonly id: number
  readonly slug: string
  readonly status: string
  readonly modified_gmt: string
  readonly title: { readonly raw: string }
  readonly content: { readonly raw: string }
  readonly excerpt: { readonly raw: string }
  readonly tags: readonly number[]
  readonly featured_media: number
}

/** Writes an article whose first paragraph says who it is. */
async function write(
  name: string,
  head: Record<string, string>,
  body = `${name} の本文です。`,
): Promise<void> {
  const lines = Object.entries({ title: name, status: 'publish', ...head }).map(
    ([key, value]) => `${key}: ${value}`,
  )
  await writeFile(path.join(project.root, `posts/${name}.md`), `---\n${lines.join('\n')}\n---\n\n${body}\n`)
}

async function remove(name: string): Promise<void> {
  await rm(path.join(project.root, `posts/${name}.md`))
}

const run = (only: string, args: readonly string[] = [], login = environment): Promise<CliResult> =>
  runCli(['publish', '--json', '--config', project.config, '--only', only, ...args], login)

interface Told {
  readonly outcomes: readonly { kind: string; slug?: string; id?: number; status: string }[]
  readonly drift: readonly { slug: string; fields: string[] }[]
  readonly conflicts: readonly { slug: string; reason: string }[]
  readonly refused: readonly { slug: string; message: string }[]
  readonly requests: { readonly mutating: number }
}

const toldBy = ({ json }: CliResult): Told => json() as unknown as Told

/** A run that has to succeed; the id of the one post that it wrote. */
async function publish(name: string, login = environment): Promise<number> {
  const result = await run(name, [], login)
  expect(result.stderr).not.toContain('failed')
  expect(result.exitCode).toBe(0)
  const { outcomes } = toldBy(result)
  return outcomes.find(({ slug }) => slug === name)?.id ?? 0
}

/** A run that must change nothing. */
async function stopped(name: string, login = environment): Promise<Told> {
  const told = toldBy(await run(name, [], login))
  expect(told.requests.mutating).toBe(0)
  return told
}

const read = (id: number): Promise<Post> => wordpress.rest<Post>('GET', `/wp/v2/posts/${id}?context=edit`)

/** What somebody does in wp-admin. */
const save = (id: number, fields: object): Promise<unknown> =>
  wordpress.rest('POST', `/wp/v2/posts/${id}`, fields)

/** Every post that visitors can read, by its slug. */
async function publicSlugs(): Promise<string[]> {
  const posts = await wordpress.rest<Post[]>('GET', '/wp/v2/posts?per_page=100&_fields=slug')
  return posts.map(({ slug }) => slug)
}

/** Waits until the clock of the site is so far from the write that a marker tells of that no write takes as long. */
async function untilLongAfter(at: string): Promise<void> {
  while (Date.now() <= Date.parse(`${at}Z`) + 12_000) await sleep(500)
}

test('"Restore This Revision" in wp-admin is an edit, and not what was published', async () => {
  await write('restored', {}, 'The first text of this article.')
  const id = await publish('restored')
  const first = await read(id)
  await write('restored', {}, 'The second text of this article.')
  await publish('restored')
  await untilLongAfter(first.modified_gmt)
  // What wp_restore_post_revision does: the texts of the revision, its marker along with them.
  await save(id, { title: first.title.raw, content: first.content.raw, excerpt: first.excerpt.raw })

  expect((await stopped('restored')).drift).toMatchObject([{ fields: ['content', 'excerpt'] }])
  await write('restored', {}, 'The third text of this article.')
  expect((await stopped('restored')).conflicts).toMatchObject([{ reason: 'both-edited' }])
  expect((await read(id)).content.raw).toContain('The first text')

  // Brought here, it is the text to go on with.
  await write('restored', {}, 'The second text of this article.')
  expect((await runCli(['pull', 'restored', '--config', project.config], environment)).exitCode).toBe(0)
  await project.edit('posts/restored.md', (text) => text.replaceAll('The first', 'Again the first'))
  expect(await publish('restored')).toBe(id)
  expect((await read(id)).content.raw).toContain('Again the first text')
})

/** A run that dies when its n-th request comes that can change the site; the request is never carried out. */
async function killedAt(index: number, name: string, login: Record<string, string>): Promise<void> {
  const args = ['dist/bin.js', 'publish', '--config', project.config, '--only', name]
  const child = spawn(process.execPath, args, { stdio: 'ignore', env: { ...process.env, ...login } })
  proxy.inject(index, () => {
    child.kill('SIGKILL')
    return 'reset-before'
  })
  await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
}

const bySlug = async (slug: string): Promise<Post> => {
  const [post] = await wordpress.rest<Post[]>('GET', `/wp/v2/posts?slug=${slug}&status=any&context=edit`)
  if (post === undefined) throw new Error(`there is no ${slug}`)
  return post
}

test("of an Author, an editor's correction after a killed run stays, and what WordPress filtered is no edit", async () => {
  const [untouched, corrected] = ['filtered-untouched', 'filtered-corrected']
  for (const name of [untouched, corrected]) {
    await write(name, {}, `Text of ${name} <input disabled>.`)
    // After the draft and its completion, before what was filtered is noted.
    await killedAt(2, name, asAuthor)
  }
  expect((await stopped(untouched, asAuthor)).drift).toEqual([])
  const { id, content } = await bySlug(corrected)
  expect(content.raw).not.toContain('<input')
  await save(id, { content: content.raw.replace('Text of', 'Corrected text of') })
  expect((await stopped(corrected, asAuthor)).drift).toMatchObject([{ fields: ['content'] }])
  await write(corrected, {}, `Another text of ${corrected} <input disabled>.`)
  expect((await stopped(corrected, asAuthor)).conflicts).toMatchObject([{ reason: 'both-edited' }])
  expect((await read(id)).content.raw).toContain('Corrected text of')
})

test('a first block that is pasted into an older post of the same author makes it no article', async () => {
  const older = await wordpress.rest<Post>('POST', '/wp/v2/posts', {
    title: 'Older',
    status: 'publish',
    slug: 'older',
  })
  await write('pasted', {})
  const id = await publish('pasted')
  const { content } = await read(id)
  await save(older.id, {
    content: `${content.raw}\n\n<!-- wp:paragraph -->\n<p>Mine.</p>\n<!-- /wp:paragraph -->`,
  })
  const before = await read(older.id)
  await write('pasted', {}, 'pasted の本文です。もう一文あります。')
  expect(await publish('pasted')).toBe(id)
  expect(await read(older.id)).toEqual(before)
  // Whatever becomes of the post itself, the other one is no article, and is never pruned.
  await wordpress.rest('DELETE', `/wp/v2/posts/${id}?force=true`)
  await remove('pasted')
  await run('*', ['--prune', '--yes'])
  expect(await read(older.id)).toEqual(before)
})

test("a Contributor's draft with a forged key is never written, made public or pruned", async () => {
  await write('forged', {}, 'An article that nobody knows yet.')
  const contributor = restOf(await wordpress.createUser('contributor', 'contributor'))
  const key = (name: string): string =>
    `<!-- wp:paragraph {"metadata":{"rensai":{"key":"folder-name/${name}"}}} -->\n<p>Forged.</p>\n<!-- /wp:paragraph -->`
  const drafts = [
    await contributor<Post>('POST', '/wp/v2/posts', { title: 'Forged', content: key('forged') }),
    await contributor<Post>('POST', '/wp/v2/posts', { title: 'Gone', content: key('gone-article') }),
    await contributor<Post>('POST', '/wp/v2/posts', { title: 'Odd', content: key('100%') }),
  ]
  const look = (): Promise<unknown> =>
    Promise.all(drafts.map(async ({ id }) => ({ ...(await read(id)), generated_slug: undefined })))
  const before = await look()
  const { exitCode, stderr } = await run('forged')
  expect(exitCode).toBe(0)
  expect(stderr).toContain('of the user "contributor"')
  await run('*', ['--prune', '--yes'])
  expect(await look()).toEqual(before)
  expect((await bySlug('forged')).content.raw).toContain('An article that nobody knows yet.')
  // With the article's slug the draft is in its way, and no text of the article goes there.
  await write('embargoed', {}, 'A text that nobody may see yet.')
  const taking = await contributor<Post>('POST', '/wp/v2/posts', {
    title: 'Taking',
    slug: 'embargoed',
    content: key('embargoed'),
  })
  for (const options of [[], ['--adopt'], ['--overwrite']]) {
    const told = toldBy(await run('embargoed', options))
    expect(told.requests.mutating).toBe(0)
    expect(told.conflicts).toMatchObject([{ slug: 'embargoed' }])
  }
  expect((await read(taking.id)).content.raw).not.toContain('nobody may see')
  await remove('embargoed')
})

/** Takes a slug away as somebody does who publishes a post of that name by hand. */
const takeSlug = (slug: string): Promise<{ id: number }> =>
  wordpress.rest<{ id: number }>('POST', '/wp/v2/posts', { title: 'By hand', slug, status: 'publish' })

test('a slug that somebody takes between plan and draft: nothing is public elsewhere, and its release settles it', async () => {
  await write('taken', {})
  let other = { id: 0 }
  proxy.inject(0, async () => {
    other = await takeSlug('taken')
  })
  const lost = await run('taken')
  expect(lost.exitCode).not.toBe(0)
  expect(lost.stderr).toContain('The slug "taken" is taken on the site')
  for (const options of [[], ['--overwrite']]) {
    expect((await run('taken', options)).exitCode).not.toBe(0)
    expect((await publicSlugs()).filter((slug) => slug.startsWith('taken'))).toEqual(['taken'])
  }
  await save(other.id, { slug: 'by-hand' })
  expect((await read(await publish('taken'))).slug).toBe('taken')
})

test('a run that dies before it takes its renamed draft back is no harm', async () => {
  await write('killed-taken', {})
  let other = { id: 0 }
  const args = ['dist/bin.js', 'publish', '--config', project.config, '--only', 'killed-taken']
  const child = spawn(process.execPath, args, { stdio: 'ignore', env: { ...process.env, ...environment } })
  proxy.inject(0, async () => {
    other = await takeSlug('killed-taken')
    // The draft is made, and the request that moves it to the trash never leaves.
    proxy.inject(0, () => {
      child.kill('SIGKILL')
      return 'reset-before'
    })
  })
  await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  for (const options of [[], ['--overwrite']]) {
    expect((await run('killed-taken', options)).exitCode).not.toBe(0)
    expect((await publicSlugs()).filter((slug) => slug.startsWith('killed-taken'))).toEqual(['killed-taken'])
  }
  await save(other.id, { slug: 'by-hand-as-well' })
  expect((await read(await publish('killed-taken'))).slug).toBe('killed-taken')
})

test('a post whose new slug is taken meanwhile stays where it is', async () => {
  await write('moving', {})
  const id = await publish('moving')
  await write('moving', { slug: 'moved-away' }, 'moving の本文です。住所が変わります。')
  let other = { id: 0 }
  proxy.inject(0, async () => {
    other = await takeSlug('moved-away')
  })
  const lost = await run('moved-away')
  expect(lost.exitCode).not.toBe(0)
  expect(lost.stderr).toContain('The slug "moved-away" is taken on the site')
  expect(await read(id)).toMatchObject({ slug: 'moving', status: 'publish' })
  await save(other.id, { slug: 'by-hand-too' })
  expect((await run('moved-away')).exitCode).toBe(0)
  expect(await read(id)).toMatchObject({ slug: 'moved-away', status: 'publish' })
})

test('a tag that was renamed or deleted on the site is an edit there, and is not made again', async () => {
  await write('tagged', { tags: '[Alpha, Beta]' })
  const id = await publish('tagged')
  const tags = await wordpress.rest<{ id: number; name: string }[]>('GET', '/wp/v2/tags?per_page=100')
  const [alpha, beta] = ['Alpha', 'Beta'].map((name) => tags.find((tag) => tag.name === name)?.id ?? 0)
  await wordpress.rest('POST', `/wp/v2/tags/${alpha}`, { name: 'Gamma' })
  expect((await stopped('tagged')).drift).toMatchObject([{ fields: ['tags'] }])
  // Another edit of the file goes through, and takes nothing back.
  await write('tagged', { tags: '[Alpha, Beta]' }, 'tagged の本文です。続きを書きました。')
  expect(toldBy(await run('tagged')).outcomes).toMatchObject([{ kind: 'update-post', status: 'applied' }])
  const names = await wordpress.rest<{ name: string }[]>('GET', '/wp/v2/tags?per_page=100')
  expect(names.map(({ name }) => name).toSorted()).toEqual(['Beta', 'Gamma'])
  await wordpress.rest('DELETE', `/wp/v2/tags/${beta}?force=true`)
  const told = await stopped('tagged')
  expect(told).toMatchObject({ drift: [{ fields: ['tags'] }], conflicts: [] })
  expect((await read(id)).tags).toEqual([alpha])
})

test('an excerpt that was written in wp-admin stays when the article gets a paragraph', async () => {
  await write('excerpted', {}, '## A heading alone')
  const id = await publish('excerpted')
  await save(id, { excerpt: 'Written in wp-admin.' })
  await write('excerpted', {}, '## A heading alone\n\nNow with a paragraph.')
  expect((await stopped('excerpted')).conflicts).toMatchObject([{ reason: 'both-edited' }])
  expect((await read(id)).excerpt.raw).toBe('Written in wp-admin.')
})

test('a featured picture that was deleted on the site is an edit there', async () => {
  await write('pictured', { featured_image: '../images/dot.png' })
  const id = await publish('pictured')
  await wordpress.rest('DELETE', `/wp/v2/media/${(await read(id)).featured_media}?force=true`)
  expect(await stopped('pictured')).toMatchObject({ drift: [{ fields: ['featured_image'] }], conflicts: [] })
})

test('a post that was deleted for good is published again only when asked', async () => {
  await write('deleted', {})
  const id = await publish('deleted')
  await wordpress.rest('DELETE', `/wp/v2/posts/${id}?force=true`)
  const told = await stopped('deleted')
  expect(told.refused[0]?.message).toContain(`posts/deleted.md was published as post ${id}, which`)
  expect((await run('deleted', ['--adopt'])).exitCode).toBe(0)
  expect(await publicSlugs()).toContain('deleted')
})

test('a renamed file keeps its post, and its address follows', async () => {
  await write('old-name', { title: 'A name' })
  const id = await publish('old-name')
  await remove('old-name')
  await write('new-name', { title: 'A name' }, 'old-name の本文です。')
  expect(await publish('new-name')).toBe(id)
  expect(await read(id)).toMatchObject({ slug: 'new-name', status: 'publish' })
  expect(await publicSlugs()).not.toContain('old-name')
})

test('a public article gets no link to what lies in the trash', async () => {
  await write('target', {})
  const target = await publish('target')
  await write('linker', {}, 'See [the other one](./target.md).')
  const id = await publish('linker')
  const before = await read(id)
  await wordpress.rest('DELETE', `/wp/v2/posts/${target}`)
  const told = await stopped('linker')
  expect(told.refused[0]?.message).toBe(
    'posts/linker.md links to folder-name/target, which is in the trash of the site. It stays as it is on the site.',
  )
  expect(await read(id)).toEqual(before)
})

test('a post that is edited between its draft and its completion is left alone', async () => {
  await write('between', {})
  proxy.inject(1, async () => {
    await save((await bySlug('between')).id, { title: 'Taken by somebody' })
  })
  await run('between')
  const told = await stopped('between')
  expect(told.drift).toEqual([])
})
