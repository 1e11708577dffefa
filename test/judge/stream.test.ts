import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { listFiles } from '../../src/judge/files.ts'
import { createJudge, type Judge } from '../../src/judge/judge.ts'
import type { JudgedArticle, Judgement } from '../../src/judge/types.ts'
import { messagesToText } from '../../src/report/text.ts'
import { copyProject, type Project } from '../helpers/project.ts'

let project: Project

afterEach(() => project.remove())

const open = async (): Promise<Judge> => createJudge(await loadConfig(project.config), { render: true })

/** What is known of a folder, without its files. */
const describe = (judgement: Judgement, articles: Iterable<JudgedArticle>) => ({
  messages: messagesToText(listFiles(judgement), { all: true }),
  errors: [...judgement.articles].map(([key, { errors, featured }]) => [key, errors, featured]),
  contents: new Map(
    [...articles].map(({ key, rendered }) => {
      if (rendered === undefined) return [key, undefined]
      const { file: _, ...post } = rendered.post
      return [key, { ...rendered, post }]
    }),
  ),
})

async function whole() {
  const judgement = await (await open()).judge()
  return describe(judgement, judgement.articles.values())
}

async function streamed() {
  const { judgement, contents } = await (await open()).stream()
  const articles: JudgedArticle[] = []
  for await (const article of contents) articles.push(article)
  expect([...judgement.articles.values()].filter(({ rendered }) => rendered !== undefined)).toEqual([])
  return describe(judgement, articles)
}

/** Every file that is kept of what was rendered. */
async function kept(): Promise<Map<string, string>> {
  const folder = path.join(project.root, '.rensai/renditions')
  const names = (await readdir(folder)).sort()
  return new Map(
    await Promise.all(
      // Tests are new code at every start, which the first lines name.
      names.map(async (name) => {
        const [, text = ''] = (await readFile(path.join(folder, name), 'utf8')).split('\n')
        return [name, JSON.stringify(JSON.parse(text).entries)] as const
      }),
    ),
  )
}

test.each(['.', 'test/fixtures/broken', 'test/fixtures/pair'])(
  'contents that come one by one are those that come together, of %s',
  async (folder) => {
    project = await copyProject(folder)
    const expected = await whole()
    const before = await kept()
    await project.forget()
    expect(await streamed()).toEqual(expected)
    expect(await kept()).toEqual(before)
    // Once more, of what has been kept.
    expect(await streamed()).toEqual(expected)
    expect(await whole()).toEqual(expected)
  },
)

test('plugins see the articles in their order, and what they say is said and counted', async () => {
  project = await copyProject('.')
  const plugin = `
    let amount = 0
    export default () => (tree, file) => {
      tree.children.push({ type: 'html', value: \`<p>Article \${++amount}</p>\` })
      file.message('Seen.').fatal = file.path.includes('504')
    }`
  await writeFile(path.join(project.root, 'plugin.mjs'), plugin)
  await project.edit('wp.config.json', (text) =>
    text.replace('{', '{ "plugins": { "remark": ["./plugin.mjs"] },'),
  )
  const numbers = ({ contents }: Awaited<ReturnType<typeof whole>>): string[] =>
    [...contents.values()].flatMap((rendered) =>
      rendered === undefined ? [] : (rendered.content.match(/Article \d+/) ?? []),
    )
  const expected = await whole()
  expect(numbers(expected)).toHaveLength(6)
  const again = await streamed()
  // The module of the plugin goes on counting.
  expect(numbers(again).map((text) => Number(text.slice(8)) - 6)).toEqual([1, 2, 3, 4, 5, 6])
  expect(again.errors).toEqual(expected.errors)
  expect(again.errors.map(([, errors]) => errors)).toEqual([0, 0, 1, 1, 0, 0])
})

test('whoever has enough of it may end it', async () => {
  project = await copyProject('.')
  const { contents } = await (await open()).stream()
  for await (const { key } of contents) {
    expect(key).toBe('copilot-server-error-502-en')
    break
  }
  expect(await streamed()).toEqual(await whole())
})
