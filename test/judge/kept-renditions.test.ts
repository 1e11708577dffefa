import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { createJudge } from '../../src/judge/judge.ts'
import { LostTextsError } from '../../src/judge/lost-texts.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import { copyProject, type Project } from '../helpers/project.ts'

let project: Project

beforeEach(async () => {
  project = await copyProject('.')
  await renderAll()
})

afterEach(async () => {
  await project.remove()
})

/** What a run of its own makes of the folder, without its files. */
async function renderAll(): Promise<Map<string, Omit<RenderedPost, 'post'> & { readonly post: object }>> {
  const { articles } = await createJudge(await loadConfig(project.config), { render: true }).judge()
  return new Map(
    [...articles].flatMap(([key, { rendered }]) => {
      if (rendered === undefined) return []
      const { file, ...post } = rendered.post
      return [[key, { ...rendered, post: { ...post, path: file.path } }]]
    }),
  )
}

/** When each part of what is kept was written. */
async function writtenAt(): Promise<Map<string, number>> {
  const folder = path.join(project.root, '.rensai/renditions')
  const names = await readdir(folder)
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, (await stat(path.join(folder, name))).mtimeMs] as const),
    ),
  )
}

const EN = 'posts/copilot-server-error-504-en.md'

const edits: readonly (readonly [string, number | undefined, () => Promise<unknown>])[] = [
  ['nothing', 0, async () => undefined],
  ['the text of an article', 1, () => project.edit(EN, (text) => `${text}\nOne more line.\n`)],
  [
    'the title of an article',
    1,
    () => project.edit(EN, (text) => text.replace(/^title: .*$/m, 'title: "New"')),
  ],
  [
    'where a link leads, by another id of the article there',
    undefined,
    () => project.edit(EN, (text) => text.replace('\n---\n', '\nid: 77\n---\n')),
  ],
  [
    'a picture',
    undefined,
    async () => {
      const picture = sharp({ create: { width: 1200, height: 630, channels: 3, background: '#123456' } })
      await writeFile(path.join(project.root, 'images/featured-504.png'), await picture.png().toBuffer())
    },
  ],
  ['an article that is gone', undefined, () => rm(path.join(project.root, EN))],
  [
    'the configuration',
    undefined,
    () => project.edit('wp.config.json', (text) => text.replace('{', '{ "format": "html",')),
  ],
]

test.each(edits)(
  'after %s a run makes what it would make without an earlier one',
  async (_, rendered, edit) => {
    const before = await writtenAt()
    await edit()
    const again = await renderAll()
    const after = await writtenAt()
    const changed = [...after].filter(([name, time]) => before.get(name) !== time).length
    if (rendered !== undefined) expect(changed).toBe(rendered)
    await project.forget()
    expect(again).toEqual(await renderAll())
  },
)

test('what a plugin had a hand in is not kept', async () => {
  await project.forget()
  await writeFile(path.join(project.root, 'plugin.mjs'), 'export default () => () => {}\n')
  await project.edit('wp.config.json', (text) =>
    text.replace('{', '{ "plugins": { "remark": ["./plugin.mjs"] },'),
  )
  await renderAll()
  expect(await readdir(path.join(project.root, '.rensai'))).not.toContain('renditions')
})

describe('a run that reads contents only when it is asked for one', () => {
  async function deferred(): Promise<Map<string, RenderedPost>> {
    const config = await loadConfig(project.config)
    const { articles } = await createJudge(config, { render: true, defersContents: true }).judge()
    return new Map(
      [...articles].flatMap(([key, { rendered }]) => (rendered === undefined ? [] : [[key, rendered]])),
    )
  }

  const contents = (): string => path.join(project.root, '.rensai/contents')

  test('has the same ones', async () => {
    const whole = await renderAll()
    const later = await deferred()
    const plain = [...later].map(([key, { post, ...others }]) => [key, { ...others }])
    expect(plain).toEqual([...whole].map(([key, { post, ...others }]) => [key, others]))
  })

  test('reads none until then', async () => {
    const later = await deferred()
    await rm(contents(), { recursive: true })
    expect([...later.values()].map(({ excerpt, links, media }) => [excerpt, links, media])).toHaveLength(
      later.size,
    )
    const [first] = later.values()
    expect(() => first?.content).toThrow(/^What an earlier run rendered of posts\/.* is there no more\.$/)
  })

  test('where what was kept is damaged, a run that reads all at once renders it anew', async () => {
    const whole = await renderAll()
    for (const name of await readdir(contents())) await writeFile(path.join(contents(), name), 'damaged')
    const [first] = (await deferred()).values()
    expect(() => first?.content).toThrow(LostTextsError)
    expect(await renderAll()).toEqual(whole)
    for (const [key, { content }] of await deferred()) expect(content).toBe(whole.get(key)?.content)
  })

  test('what became of an article that another run rendered anew in between is not mixed up', async () => {
    const later = await deferred()
    await project.edit(EN, (text) => `${text}\nOne more line.\n`)
    const now = await renderAll()
    const [key = ''] = [...now].find(([, { post }]) => 'path' in post && post.path === EN) ?? []
    expect(now.get(key)?.content).toContain('One more line.')
    expect(() => later.get(key)?.content).toThrow(LostTextsError)
  })

  test('of what the parts of a run rendered, nothing is missing', async () => {
    const whole = await renderAll()
    await project.forget()
    const config = await loadConfig(project.config)
    for (const index of [1, 2, 3]) {
      await createJudge(config, { render: true, shard: { index, count: 3 } }).judge()
    }
    const later = await deferred()
    expect([...later].map(([key, { content }]) => [key, content])).toEqual(
      [...whole].map(([key, { content }]) => [key, content]),
    )
  })

  test('where contents cannot be kept, all articles are rendered in each run', async () => {
    await project.forget()
    await mkdir(path.dirname(contents()))
    await writeFile(contents(), 'a file in the place of the folder')
    for (const _ of [1, 2, 3]) {
      for (const { content } of (await deferred()).values()) expect(content).not.toBe('')
    }
  })
})
