import { readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { listFiles } from '../../src/judge/files.ts'
import { createJudge } from '../../src/judge/judge.ts'
import { fillReferences } from '../../src/render/references.ts'
import { copyProject, type Project } from '../helpers/project.ts'

const PICTURE = 'images/dot.png'

let project: Project

beforeEach(async () => {
  project = await copyProject('test/fixtures/doors')
  // A file as young as these is not trusted; the clock comes to them later.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 })
})

afterEach(async () => {
  vi.useRealTimers()
  await project.remove()
})

const at = (file: string): string => path.join(project.root, file)

/** What a new run says. */
async function say(): Promise<string[]> {
  const judgement = await createJudge(await loadConfig(project.config), { render: false }).judge()
  return listFiles(judgement).flatMap(({ messages }) => messages.map(({ reason }) => reason))
}

/** Every picture that is kept. */
async function kept(): Promise<string> {
  const names = await readdir(at('.rensai/pictures')).catch(() => [])
  const texts = await Promise.all(names.map((name) => readFile(at(`.rensai/pictures/${name}`), 'utf8')))
  return texts.join('\n')
}

test('a picture is remembered, and read anew where its bytes changed, whatever its times say', async () => {
  expect(await say()).toEqual([])
  expect(await kept()).toContain(`"${PICTURE}"`)
  const bytes = await readFile(at(PICTURE))
  await writeFile(at(PICTURE), bytes.fill('x'))
  await utimes(at(PICTURE), 0, 0)
  const broken = [`${PICTURE} is not a picture, whatever its name says.`]
  expect(await say()).toEqual([...broken, ...broken])
})

test('a picture that is gone is missed and forgotten, and one that becomes a link that leads out is refused', async () => {
  await say()
  await rename(at(PICTURE), at('away.png'))
  expect((await say())[0]).toContain(`There is no picture at ${PICTURE}.`)
  await rm(at('away.png'))
  await symlink(path.resolve('test/fixtures/doors', PICTURE), at(PICTURE))
  expect((await say())[0]).toBe(`The picture ${PICTURE} lies outside the project folder.`)
})

test('a picture that was just written is not remembered, since it may change unseen', async () => {
  vi.useRealTimers()
  await writeFile(at(PICTURE), await readFile(at(PICTURE)))
  expect(await say()).toEqual([])
  expect(await kept()).not.toContain(`"${PICTURE}"`)
})

test('pictures and articles are found from the project folder, too, and a picture that is a link stays one', async () => {
  await project.edit('posts/one-jp.md', (text) =>
    text
      .replace('featured_image: ../', 'featured_image: /')
      .replace('<../images/a dot.png>', '</images/a dot.png> "題"')
      .replace('./two-jp.md#', '/posts/two-jp.md#')
      .concat(
        '\n[![図](/images/dot.png)](./two-jp.md)\n\n[上](#ガイド)\n\n## ガイド\n\n![絵](/wp-content/a.png)\n'.normalize(
          'NFD',
        ),
      ),
  )
  // What its translation lacks is told.
  const said = await say()
  expect(said.filter((reason) => !reason.includes('has another number of'))).toEqual([])
  const { articles } = await createJudge(await loadConfig(project.config), { render: true }).judge()
  const { rendered } = articles.get('one-jp') ?? expect.unreachable()
  const html = fillReferences(rendered?.content ?? '', ({ kind, key, value }) =>
    kind === 'post' ? `https://blog.example/${key}` : value === 'id' ? '7' : 'https://blog.example/up.png',
  )
  expect(rendered?.post.featuredMedia).toMatchObject({ path: PICTURE })
  expect(html).toContain('<figcaption class="wp-element-caption">題</figcaption>')
  expect(html).toContain('<a href="https://blog.example/two-jp#%E5%8E%9F%E5%9B%A0">')
  expect(html).toContain(
    '<a href="https://blog.example/two-jp"><img src="https://blog.example/up.png" alt="図" class="wp-image-7"/></a>',
  )
  expect(html).toContain(`<a href="#${encodeURIComponent('ガイド')}">`)
  expect(html).toContain('id="ガイド"')
  expect(html).toContain('src="/wp-content/a.png"')
  expect(html).not.toContain('wp:embed')
})
