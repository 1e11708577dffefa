import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { preview } from '../../src/commands/preview.ts'
import { isFile } from '../../src/posts/library-picture.ts'
import { captureOutput } from '../helpers/output.ts'
import { openScratchProject, type ScratchProject } from '../helpers/scratch.ts'

let project: ScratchProject

beforeEach(async () => {
  project = await openScratchProject()
})

afterEach(() => project.remove())

const configure = (settings: object): Promise<void> => project.configure(settings)

async function picture(name: string): Promise<void> {
  const file = path.join(project.root, name)
  await mkdir(path.dirname(file), { recursive: true })
  await sharp({ create: { width: 2, height: 1, channels: 3, background: '#369' } })
    .png()
    .toFile(file)
}

const write = (name: string, body: string, keys = ''): Promise<void> =>
  project.write(`${name}.md`, `---\ntitle: 記事\nstatus: publish\n${keys}---\n\n${body}\n`)

async function posts() {
  const { made, said } = await project.compile()
  return { said, posts: made?.rendered.map(({ post }) => post) ?? [] }
}

test('paths that begin with a slash begin in the folder that the project names', async () => {
  await picture('static/img/a.png')
  await write('a', '![図](/img/a.png)\n\n![図](../static/img/a.png)', 'featured_image: /img/a.png\n')
  await configure({ images: { folder: 'static' } })
  const { said, posts: made } = await posts()
  expect(said).toBe('')
  expect(made[0]?.featuredMedia).toMatchObject({ path: 'static/img/a.png' })
  expect([...(made[0]?.images.values() ?? [])].map((file) => file.path)).toEqual(
    Array(2).fill('static/img/a.png'),
  )
  await configure({})
  expect((await posts()).said).toContain('posts/a.md')
  await configure({ images: { folder: '../static' } })
  expect((await posts()).said).toContain('error')
})

test('the first picture stands for an article that names none, where the project says so', async () => {
  await picture('images/a.png')
  await picture('images/b.png')
  await configure({ images: { featured: 'first' } })
  await write('first', '![甲](../images/a.png) ![乙](../images/b.png)')
  await write('given', '![甲](../images/a.png)', 'featured_image: ../images/b.png\n')
  await write('none', '本文。')
  await write('refused', '![甲](../images/a.png)', 'featured_image: ""\n')
  const featured = async () =>
    Object.fromEntries(
      (await posts()).posts.map(({ key, featuredMedia: picture }) => [
        key,
        picture !== undefined && isFile(picture) ? picture.path : picture?.address,
      ]),
    )
  expect(await featured()).toEqual({
    first: 'images/a.png',
    given: 'images/b.png',
    none: undefined,
    refused: undefined,
  })
  await configure({})
  expect(await featured()).toMatchObject({ first: undefined, given: 'images/b.png' })
})

test('a picture named from the project folder without a slash is pointed out, and mended', async () => {
  await picture('images/a.png')
  await picture('images/b.png')
  await write('a', '![図](images/a.png) ![図](./images/b.png)', 'featured_image: images/a.png\n')
  await project.write('sub/c.md', '---\ntitle: 記事\nstatus: publish\n---\n\n![図](../images/A.png)\n')
  await configure({})
  const said = (await posts()).said.replace(/\s+/g, ' ')
  for (const better of ['../images/a.png', '../images/b.png', '../../images/a.png'])
    expect(said).toContain(`Did you mean "${better}"?`)
  await project.check({ fix: true })
  expect((await posts()).said).toBe('')
})

test('a featured picture of the own media library may be an address, one of another site may not', async () => {
  await configure({ site: { url: 'https://blog.example' } })
  const own = 'https://www.blog.example/wp-content/uploads/2026/01/a.png'
  await write('own', '本文。', `featured_image: ${own}\n`)
  await write('bare', '本文。', 'featured_image: //blog.example/a.png\n')
  const { said, posts: made } = await posts()
  expect(said).toBe('')
  expect(made.map(({ featuredMedia }) => featuredMedia)).toEqual([
    { address: 'https://blog.example/a.png' },
    { address: own },
  ])
  await write('foreign', '本文。', 'featured_image: https://blog.example.evil.test/a.png\n')
  expect((await posts()).said).toContain('of another site: https://blog.example.evil.test/a.png')
})

test.each(['docker入門', '第一回-準備', 'ブログ-1', 'a1-b2'])(
  '%s is a slug as WordPress keeps it',
  async (slug) => {
    await configure({})
    await write('a', '本文。', `slug: ${slug}\n`)
    expect((await posts()).said).toBe('')
  },
)

test.each(['Docker', 'a_b', 'a b', '-a', 'a--b', 'a。b', 'ＡＢＣ', 'a/b', 'café'])(
  '%s is none',
  async (slug) => {
    await configure({})
    await write('a', '本文。', `slug: "${slug}"\n`)
    const { exitCode, said } = await project.check()
    expect(exitCode).toBe(1)
    expect(said).toContain('slug-pattern')
  },
)

test('an article without a status has that of the folder for links and in the preview, too', async () => {
  await write('a', '次は[乙](b.md)です。')
  await project.write('b.md', '---\ntitle: 乙\n---\n\n前は[甲](a.md)です。\n')
  expect((await project.check()).said).toContain('link-unpublished')
  await configure({ frontMatter: { status: 'publish' } })
  expect((await project.check()).said).not.toContain('link-unpublished')
  expect(await preview({ config: project.config }, captureOutput())).toBe(0)
  const index = await readFile(path.join(project.root, 'dist/preview/index.html'), 'utf8')
  expect(index).not.toContain('draft</span>')
})
