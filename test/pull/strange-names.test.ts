import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Config } from '../../src/config/types.ts'
import { listArticles } from '../../src/posts/articles.ts'
import { writeProposal } from '../../src/pull/proposal.ts'
import { proposeNew } from '../../src/pull/propose-new.ts'
import { pullPictures } from '../../src/pull/pull-pictures.ts'
import { readWorld } from '../../src/pull/pull-world.ts'
import type { RemotePost } from '../../src/site/types.ts'
import { decodePercent } from '../../src/standards/percent.ts'
import { writeMarker } from '../../src/sync/marker.ts'
import { testConfig } from '../helpers/config.ts'
import { ModelSite } from '../helpers/model-site.ts'
import { site } from '../helpers/planning.ts'

let folder: string
let root: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rensai-names-'))
  root = path.join(folder, 'project/deep')
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function config(): Promise<Config> {
  await mkdir(root, { recursive: true })
  await writeFile(path.join(root, 'wp.config.json'), '{}')
  return testConfig({ site: { url: 'https://model.example' } }, root)
}

const NAMES = [
  '%2e%2e%2f%2e%2e%2fpwned',
  '..%2freadme',
  '%2e%2e',
  '..',
  '.hidden',
  '%2egit%2fhooks%2fpre-commit',
  '-rf',
  'con',
  'a:b',
  'a%00b',
  'a%0ab',
  'a%1b%5b2jb',
  'trailing.',
  'other.md%2fa',
  '%5c%5cserver%5cshare',
  'x'.repeat(400),
  '%e3%81%82'.repeat(90),
]

const PARAGRAPH = '<!-- wp:paragraph -->\n<p>Text.</p>\n<!-- /wp:paragraph -->'

/** Every file below the folder that the project lies in, as deep as it goes. */
async function list(): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort()
}

test.each(['slug', 'marker'])(
  'whatever the %s of a post is called, its file is an article',
  async (where) => {
    const settings = await config()
    const model = new ModelSite(true)
    const posts: RemotePost[] = []
    for (const name of NAMES) {
      const decoded = decodePercent(name)
      const marked = writeMarker(PARAGRAPH, { key: decoded, base: {}, stored: {} })
      const post = await model.createPost({
        title: 'New',
        slug: where === 'slug' ? decoded : `plain-${posts.length}`,
        content: where === 'slug' ? PARAGRAPH : marked,
      })
      posts.push(post)
    }
    const state = site(posts)
    const chosen = posts.map((remote) => ({ remote, own: undefined }))
    const world = await readWorld(chosen, [], [], state, model, settings)
    for (const remote of posts) {
      const proposal = await proposeNew(remote, undefined, false, new Map(), world, state, settings)
      const { action } = writeProposal(settings, proposal)
      expect(action).toBe('created')
    }
    const articles = (await listArticles(settings)).names.map((name) => `posts/${name}`)
    expect(articles).toHaveLength(NAMES.length)
    expect(await list()).toEqual([...articles, 'wp.config.json'].sort())
  },
)

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

class PictureSite extends ModelSite {
  readonly #bytes: Buffer
  constructor(bytes: Buffer) {
    super(true)
    this.#bytes = bytes
  }
  override async download(): Promise<Buffer> {
    return this.#bytes
  }
}

async function pullPicture(
  name: string,
  bytes: Buffer,
  { images }: Pick<Config, 'images'> = testConfig({ site: { url: 'https://model.example' } }),
): Promise<string[]> {
  const settings = { ...(await config()), images }
  const attachment = { id: 7, slug: 'one', alt: '', caption: '', author: 1 }
  const url = `https://model.example/wp-content/uploads/${name}`
  await pullPictures([{ ...attachment, url }], [], new PictureSite(bytes), settings)
  return (await list()).filter((file) => file !== 'wp.config.json')
}

test.each([
  ['a.png', 'images/a.png'],
  ['A.PNG', 'images/A.PNG'],
  ['package.json', 'images/package.png'],
  ['a.jpg', 'images/a.png'],
  ['a.svg', 'images/a.png'],
  ['..%2f..%2fa.png', 'images/a.png'],
  ['.htaccess', 'images/htaccess.png'],
  ['-rf.png', 'images/rf.png'],
  ['nul.png', 'images/picture-nul.png'],
  ['%00.png', 'images/picture.png'],
  ['a%1b%5d0;x%07.png', 'images/a-]0;x-.png'],
  [`${'x'.repeat(300)}.png`, `images/${'x'.repeat(200)}.png`],
])('a picture that the site calls %s becomes %s', async (name, file) => {
  expect(await pullPicture(name, PNG)).toEqual([file])
})

test.each([
  ['a page', Buffer.from('<!doctype html><title>Not found</title>')],
  [
    'a picture with scripts',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script/></svg>'),
  ],
  ['a manifest', Buffer.from('{"scripts":{"postinstall":"id"}}')],
  ['the beginning of a picture', PNG.subarray(0, 12)],
  ['a picture that is too large', Buffer.concat([PNG, Buffer.alloc(5_000_000)])],
  ['nothing', Buffer.alloc(0)],
])('what comes as one and is %s is not written', async (_, bytes) => {
  expect(await pullPicture('a.png', bytes)).toEqual([])
})

const STATIC = testConfig({ site: { url: 'https://model.example' }, images: { folder: 'static' } })

test.each([
  ['posts/a/menu.png', undefined],
  ['images/2025/構成図.png', undefined],
  ['static/img/menu.png', STATIC],
])('a picture whose bytes lie in %s is that one', async (file, settings) => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), PNG)
  expect(await pullPicture('other.png', PNG, settings)).toEqual([file])
})

test('a picture comes to where the pictures of the project lie', async () => {
  expect(await pullPicture('menu.png', PNG, STATIC)).toEqual(['static/images/menu.png'])
})
