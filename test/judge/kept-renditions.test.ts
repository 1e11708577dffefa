import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { createJudge } from '../../src/judge/judge.ts'
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
