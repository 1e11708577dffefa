import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { check } from '../../src/commands/check.ts'
import { captureOutput } from '../helpers/output.ts'
import { copyProject, type Project } from '../helpers/project.ts'

const FIXTURE = 'test/fixtures/fixable'

let project: Project

beforeEach(async () => {
  project = await copyProject(FIXTURE)
})

afterEach(() => project.remove())

async function fix(): Promise<string> {
  const output = captureOutput()
  await check({ config: project.config, format: 'text', fix: true, quiet: true }, output)
  return output.said()
}

/** Every article of a folder, byte for byte. */
async function readAll(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder)
  const contents = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'latin1')))
  return Object.fromEntries(names.map((name, index) => [name, contents[index] ?? '']))
}

test('what has one right answer is mended, said, and no other byte is touched', async () => {
  const said = await fix()
  expect(await readAll(path.join(project.root, 'posts'))).toEqual(await readAll(path.join(FIXTURE, 'fixed')))
  await expect(`${said}\n`).toMatchFileSnapshot('../fixtures/fixable/expected.txt')
})

test('a second run finds nothing to mend and writes no file', async () => {
  await fix()
  const article = path.join(project.root, 'posts/everything.md')
  const before = await stat(article, { bigint: true })
  expect(await fix()).not.toMatch(/^fixed/m)
  const after = await stat(article, { bigint: true })
  expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs])
})

test.each(['broken', 'advice', 'clean', 'pair'])(
  'a second run changes nothing in %s either',
  async (name) => {
    const other = await copyProject(`test/fixtures/${name}`)
    try {
      const run = (): Promise<unknown> =>
        check({ config: other.config, format: 'text', fix: true }, captureOutput())
      await run()
      const posts = path.join(other.root, 'posts')
      const once = await readAll(posts)
      await run()
      expect(await readAll(posts)).toEqual(once)
    } finally {
      await other.remove()
    }
  },
)

test('a rule that is off mends nothing', async () => {
  await project.edit('wp.config.json', (text) =>
    text.replace(/\}\s*$/, ', "rules": { "tag-spelling": "off" } }'),
  )
  expect(await fix()).not.toContain('tag-spelling')
  expect(await readFile(path.join(project.root, 'posts/block.md'), 'utf8')).toContain('tags: [c-#]')
})

test('without --fix no file is written', async () => {
  const before = await readAll(path.join(project.root, 'posts'))
  await check({ config: project.config, format: 'text' }, captureOutput())
  expect(await readAll(path.join(project.root, 'posts'))).toEqual(before)
})
