import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { VFile } from 'vfile'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { check } from '../../src/commands/check.ts'
import { preview } from '../../src/commands/preview.ts'
import { sandbox } from '../../src/commands/sandbox.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { Config } from '../../src/config/types.ts'
import { Digests } from '../../src/digest/digests.ts'
import { parsePost } from '../../src/posts/read.ts'
import { writeFixes } from '../../src/posts/write-fixes.ts'
import { writeProposal } from '../../src/pull/proposal.ts'
import { proposeEdits } from '../../src/pull/propose-edits.ts'
import { proposeNew } from '../../src/pull/propose-new.ts'
import { pullPictures } from '../../src/pull/pull-pictures.ts'
import { claimSandbox } from '../../src/sandbox/claim.ts'
import { comparePosts } from '../../src/sync/compare.ts'
import { writePlanFile } from '../../src/sync/plan-file.ts'
import { Threads } from '../../src/threads/threads.ts'
import { ModelSite } from '../helpers/model-site.ts'
import { captureOutput } from '../helpers/output.ts'
import { makeOutside, type Outside, UNTOUCHED } from '../helpers/outside.ts'
import { article, published, site } from '../helpers/planning.ts'
import { copyProject, type Project } from '../helpers/project.ts'

let project: Project
let outside: Outside
let config: Config

beforeEach(async () => {
  project = await copyProject('test/fixtures/fixable')
  config = await loadConfig(project.config)
  outside = await makeOutside()
})

afterEach(async () => {
  await project.remove()
  expect(await outside.contents()).toEqual(UNTOUCHED)
  await outside.remove()
})

const link = (name: string, target: string): Promise<void> => outside.link(project.root, name, target)

async function say(fix: boolean): Promise<string> {
  const output = captureOutput()
  await check({ config: project.config, format: 'text', fix }, output)
  return output.said()
}

const refusal = (name: string, deed: string, reason: string): unknown =>
  expect.objectContaining({ message: `${name} cannot be ${deed}: ${reason}.`, exitCode: 2 })

test.each([
  ['the folder', '.rensai', '.'],
  ['the folder, leading nowhere', '.rensai', 'new'],
  ['the verdict', '.rensai/verdict.json', 'profile.md'],
  ['the verdict, leading nowhere', '.rensai/verdict.json', 'new.json'],
  ['the folder of the digests', '.rensai/digests', 'pictures'],
])('check keeps nothing through a link: %s', async (_, name, target) => {
  const said = await say(false)
  await link(name, target)
  expect(await say(false)).toBe(said)
  expect(await say(false)).toBe(said)
})

test('nor is anything read through one that never ends', async () => {
  const said = await say(false)
  for (let part = 0; part < 64; part += 1) {
    const file = path.join(project.root, `.rensai/digests/${part}.json`)
    await rm(file, { force: true })
    await symlink('/dev/zero', file)
  }
  expect(await say(false)).toBe(said)
})

test('nor a digest of any article', async () => {
  const said = await say(false)
  for (let part = 0; part < 64; part += 1) await link(`.rensai/digests/${part}.json`, `new-${part}.json`)
  await project.edit('posts/block.md', (text) => `${text}\nMore.\n`)
  expect(await say(false)).toBe(said)
})

test('articles in a linked folder are neither read nor mended', async () => {
  await link('posts', '.')
  const refused = {
    message: 'The folder of the articles, posts, leads through a symbolic link, posts.',
    exitCode: 2,
  }
  for (const fix of [false, true]) await expect(say(fix)).rejects.toMatchObject(refused)
  await expect(preview({ config: project.config }, captureOutput())).rejects.toMatchObject(refused)
})

test.each([
  ['..', 'lies outside the project'],
  ['a/../../b', 'lies outside the project'],
  ['../fixable/posts', 'lies outside the project'],
  ['/etc', 'lies outside the project'],
  ['a\0b', 'lies outside the project'],
  ['linked/pictures', 'leads through a symbolic link, linked'],
])('nor are those in %j', async (posts, reason) => {
  await link('linked', '.')
  await project.edit('wp.config.json', (text) => JSON.stringify({ ...JSON.parse(text), posts }))
  await expect(say(true)).rejects.toMatchObject({
    message: `The folder of the articles, ${posts}, ${reason}.`,
    exitCode: 2,
  })
})

test('what a running preview is told of is no article where it is hidden or lies behind a link', async () => {
  await link('posts/linked', '.')
  await link('posts/linked.md', 'profile.md')
  await mkdir(path.join(project.root, 'posts/.hidden'))
  await writeFile(path.join(project.root, 'posts/.hidden/a.md'), UNTOUCHED['profile.md'])
  const digests = new Digests(config, new Threads())
  const all = (await digests.update()).articles.map(({ name }) => name)
  const told = ['linked/profile.md', 'linked.md', '.hidden/a.md', 'gone.md', '../wp.config.json']
  const changed = new Set(told.map((name) => path.join(project.root, 'posts', name)))
  expect((await digests.update(changed)).articles.map(({ name }) => name)).toEqual(all)
})

test('an article that is a link is neither read nor mended', async () => {
  await link('posts/linked.md', 'profile.md')
  const config = await loadConfig(project.config)
  expect(await say(true)).not.toContain('linked.md')
  const source = parsePost('linked.md', UNTOUCHED['profile.md'], config)
  source.file.message('A problem.').fix = { start: 11, end: 15, text: 'Ours' }
  expect(await writeFixes([source], config)).toMatchObject([{ refused: 'it is a symbolic link' }])
})

test.each([
  ['dist', '.', 'dist is a symbolic link'],
  ['dist', 'new', 'dist is a symbolic link'],
  ['dist/preview', 'pictures', 'it is a symbolic link'],
])('preview replaces nothing through a link: %s to %s', async (name, target, reason) => {
  await link(name, target)
  await expect(preview({ config: project.config }, captureOutput())).rejects.toThrow(
    refusal('dist/preview', 'replaced', reason),
  )
})

const startSandbox = (): Promise<unknown> =>
  sandbox({ config: project.config, reset: false, port: undefined }, captureOutput())

test.each(['.', 'new'])('the embedded WordPress is kept behind no link: %s', async (target) => {
  await link('.sandbox', target)
  await expect(startSandbox()).rejects.toThrow(refusal('.sandbox', 'written', 'it is a symbolic link'))
})

test('nor is what it keeps of itself', async () => {
  claimSandbox({ project: config, folder: '.sandbox' })
  await link('.sandbox/server.json', 'new')
  await expect(startSandbox()).rejects.toThrow(
    refusal('.sandbox/server.json', 'written', 'it is a symbolic link'),
  )
  await link('.sandbox/made-here.json', 'profile.md')
  await expect(startSandbox()).rejects.toThrow(
    refusal('.sandbox/made-here.json', 'read', 'it is a symbolic link'),
  )
})

test('nor is it reset behind one', async () => {
  await link('.sandbox', 'pictures')
  const reset = sandbox({ config: project.config, reset: true, port: undefined }, captureOutput())
  await expect(reset).rejects.toThrow(refusal('.sandbox', 'removed', 'it is a symbolic link'))
})

test.each([
  ['posts/new.md', 'profile.md', 'it is a symbolic link'],
  ['posts/new.md', 'new.md', 'it is a symbolic link'],
  ['posts', '.', 'posts is a symbolic link'],
])('pull brings no post through a link: %s to %s', async (name, target, reason) => {
  await link(name, target)
  const model = new ModelSite(true)
  const remote = await model.createPost({
    title: 'New',
    slug: 'new',
    content: '<!-- wp:paragraph -->\n<p>New.</p>\n<!-- /wp:paragraph -->',
  })
  const world = { config, addresses: [], permalinks: new Map(), pictures: [], hasMath: false }
  const proposal = await proposeNew(remote, undefined, true, new Map(), world, site([remote]), config)
  expect(proposal.text).toContain('New.')
  expect(writeProposal(config, proposal)).toMatchObject({
    action: 'missed',
    reason: `posts/new.md cannot be written: ${reason}.`,
  })
})

test('pull writes no edit through a link', async () => {
  const text = '---\ntitle: new\nstatus: publish\n---\n\nText of new.\n'
  const made = await article('new')
  const rendered = { ...made, post: { ...made.post, file: new VFile({ path: 'posts/new.md', value: text }) } }
  await writeFile(path.join(project.root, 'posts/new.md'), text)
  const remote = published(rendered, 7, { title: 'Edited' })
  const state = site([remote])
  const [comparison] = comparePosts([rendered], state, {
    now: Date.now(),
    timezone: config.site.timezone,
    name: undefined,
  })
  if (comparison?.marker === undefined) throw new Error('it was published from here')
  const world = { config, addresses: [], permalinks: new Map(), pictures: [], hasMath: false }
  const model = new ModelSite(true)
  const proposal = await proposeEdits(comparison, comparison.marker, new Map(), world, state, model, config)
  expect(proposal.text).toContain('title: Edited\n')
  await rm(path.join(project.root, 'posts/new.md'))
  await link('posts/new.md', 'profile.md')
  expect(writeProposal(config, proposal)).toMatchObject({
    action: 'left',
    reason: 'posts/new.md cannot be written: it is a symbolic link.',
  })
})

/** A model that has the bytes of every picture. */
class PictureSite extends ModelSite {
  override async download(): Promise<Buffer> {
    return await readFile('images/featured-502.png')
  }
}

const attachment = {
  id: 7,
  slug: 'one',
  url: 'https://model.example/wp-content/uploads/one.png',
  alt: '',
  caption: '',
  author: 1,
}

test.each([
  ['images', 'pictures', 'images is a symbolic link'],
  ['images', '.', 'images is a symbolic link'],
  ['images/one.png', 'new.png', 'it is a symbolic link'],
])('pull loads no picture through a link: %s to %s', async (name, target, reason) => {
  await link(name, target)
  const file = target === 'pictures' ? 'images/one-2.png' : 'images/one.png'
  await expect(pullPictures([attachment], [], new PictureSite(true), config)).rejects.toThrow(
    refusal(file, 'written', reason),
  )
})

test('a picture whose name is no percent-encoding comes all the same', async () => {
  const odd = { ...attachment, url: 'https://model.example/uploads/50%-%E5%86%99.png' }
  await pullPictures([odd], [], new PictureSite(true), config)
  expect((await stat(path.join(project.root, 'images/50%-写.png'))).isFile()).toBe(true)
})

test('a plan is kept behind no link', async () => {
  const options = {
    adopt: false,
    overwrite: false,
    createCategories: false,
    prune: false,
    waitForPair: false,
    strict: false,
  }
  const kept = { site: 'https://e.example', madeAt: '', articles: '', fingerprint: '', options, plan: {} }
  await link('plan.json', 'profile.md')
  const file = path.join(project.root, 'plan.json')
  expect(() => writePlanFile(config, file, kept)).toThrow(refusal(file, 'written', 'it is a symbolic link'))
})

test('what was refused leaves nothing in the project either', async () => {
  const list = async (): Promise<string[]> => (await readdir(project.root, { recursive: true })).sort()
  await link('dist/preview', 'pictures')
  const before = await list()
  await expect(preview({ config: project.config }, captureOutput())).rejects.toThrow()
  expect((await list()).filter((name) => !name.startsWith('.rensai'))).toEqual(before)
})
