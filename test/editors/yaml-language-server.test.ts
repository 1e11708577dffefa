import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { frontMatterSchema } from '../../src/editors/front-matter-schema.ts'
import { startYamlServer, type YamlServer } from '../helpers/yaml-language-server.ts'

let folder: string
let server: YamlServer

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rensai-schema-'))
  const file = path.join(folder, 'front-matter.schema.json')
  await writeFile(file, JSON.stringify(frontMatterSchema(await loadConfig('wp.config.json'))))
  server = await startYamlServer(file)
})

afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

test('offers the keys that an article does not have yet', async () => {
  const { offered } = await server.open('title: x\n|\n')
  expect(offered).toEqual([
    ...['slug', 'status', 'date', 'publish_at', 'categories', 'tags', 'featured_image', 'excerpt', 'author'],
    ...['sticky', 'comment_status', 'ping_status', 'format', 'id', 'lang', 'pair', 'series'],
  ])
})

test.each([
  ['title: x\nstatus: |\n', ['publish', 'future', 'draft', 'pending', 'private', 'null']],
  ['title: x\nsticky: |\n', ['true', 'false', 'null']],
  ['title: x\nlang: |\n', ['ja', 'en']],
  ['title: x\nseries: |\n', ['copilot-errors']],
  ['title: x\ncategories:\n  - |\n', ['Copilot & VS Code Errors']],
])('offers the values of %j', async (text, expected) => {
  expect((await server.open(text)).offered).toEqual(expected)
})

test('shows what a key is for, in both languages', async () => {
  const { hover } = await server.open('title: x\n')
  expect(hover).toContain('The title: plain text')
  expect(hover).toContain('題名。')
})

test('points out what cannot be meant, and nothing else', async () => {
  const fine =
    'title: 2025\nstatus: publish\ndate: 2025-12-22 11:00:00\ntags: [1, VS Code]\nsticky: true\nemoji: x\n'
  expect((await server.open(fine)).diagnostics).toEqual([])
  const wrong = 'status: publik\ndate: tomorrow\nthumbnail: a.png\n'
  expect((await server.open(wrong)).diagnostics).toMatchInlineSnapshot(`
    [
      "1:1 Missing property "title".",
      "1:9 Value is not accepted. Valid values: "publish", "future", "draft", "pending", "private".",
      "2:7 String does not match the pattern of "^\\s*(?:\\d{4}-\\d{2}-\\d{2}(?:[Tt ]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?)?[ \\t]*(?:[Zz]|[+-]\\d{2}:?\\d{2})?|(?:[A-Za-z]{3,9}\\.?,? ){1,2}\\d{1,2},? \\d{4}.*|(?:[A-Za-z]{3,9},? )?\\d{1,2} [A-Za-z]{3,9}\\.? \\d{4}.*)\\s*$".",
      "3:1 Write "featured_image".",
    ]
  `)
})
