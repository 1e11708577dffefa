import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { check } from '../../src/commands/check.ts'
import { compile } from '../../src/commands/compile.ts'
import { preview } from '../../src/commands/preview.ts'
import { loadConfig } from '../../src/config/load.ts'
import { captureOutput } from '../helpers/output.ts'

/** A remark plugin that minds one word, and a rehype plugin that minds another. */
const MINDFUL = (rule: string, word: string, grave: boolean) => `export default () => (tree, file) => {
  const visit = (node) => {
    if (node.type === 'text' && node.value.includes('${word}')) {
      const message = file.message('Say something else than "${word}".', { place: node.position, source: 'words', ruleId: '${rule}' })
      message.fatal = ${grave}
    }
    for (const child of node.children ?? []) visit(child)
  }
  visit(tree)
}`

const ARTICLE = `---
title: One
slug: one
date: 2025-01-01
excerpt: About it.
---

It is very **simply** done.
`

let root: string

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-plugins-'))
  await mkdir(path.join(root, 'posts'))
  await writeFile(path.join(root, 'simply.mjs'), MINDFUL('no-simply', 'simply', false))
  await writeFile(path.join(root, 'very.mjs'), MINDFUL('no-very', 'very', true))
  await writeFile(
    path.join(root, 'fail.mjs'),
    'export default () => (_, file) => { if (String(file).includes("very")) throw new Error("No, thanks") }',
  )
  await writeFile(path.join(root, 'posts/one.md'), ARTICLE)
  await writeFile(path.join(root, 'posts/two.md'), ARTICLE.replaceAll(/one/gi, 'two').replace('very ', ''))
})

afterEach(async () => {
  await rm(root, { recursive: true })
})

const config = (): string => path.join(root, 'wp.config.json')

async function configure(plugins: { remark?: string[]; rehype?: string[] }): Promise<void> {
  const settings = { site: { url: 'https://example.com' }, plugins }
  await writeFile(config(), JSON.stringify(settings))
}

async function messages(): Promise<string[]> {
  const output = captureOutput()
  await check({ config: config(), format: 'json', strict: true }, output)
  return (JSON.parse(output.printed()) as Record<string, unknown>[]).map(
    (m) =>
      `${m.file}:${m.line}:${m.column}-${m.endLine}:${m.endColumn} ${m.severity} ${m.ruleId} ${m.message}`,
  )
}

const SIMPLY = 'warn no-simply Say something else than "simply".'
const VERY = 'error no-very Say something else than "very".'

test('check shows what plugins of the project report, with its place, in every run', async () => {
  await configure({ remark: ['./simply.mjs'], rehype: ['./very.mjs'] })
  const expected = [
    `posts/one.md:8:1-8:12 ${VERY}`,
    `posts/one.md:8:14-8:20 ${SIMPLY}`,
    `posts/two.md:8:9-8:15 ${SIMPLY}`,
  ]
  expect(await messages()).toEqual(expected)
  expect(await messages()).toEqual(expected)
})

test('a plugin that fails on one article hides nothing about the others', async () => {
  await configure({ remark: ['./fail.mjs', './simply.mjs'] })
  expect(await messages()).toEqual([
    'posts/one.md:1:1-1:1 error plugin The plugin "./fail.mjs" failed on posts/one.md: No, thanks',
    `posts/two.md:8:9-8:15 ${SIMPLY}`,
  ])
})

test('publish and plan show it, too, and what is fatal keeps everything from being sent', async () => {
  await configure({ remark: ['./simply.mjs'] })
  const warned = captureOutput()
  const rendered = await compile(await loadConfig(config()), warned)
  expect(rendered?.rendered.map(({ post }) => post.slug)).toEqual(['one', 'two'])
  expect(warned.said()).toContain('posts/one.md:8:14 warning Say something else than "simply". no-simply')

  await configure({ remark: ['./simply.mjs'], rehype: ['./very.mjs'] })
  const refused = captureOutput()
  expect(await compile(await loadConfig(config()), refused, { strict: true })).toBeUndefined()
  expect(refused.said()).toContain('posts/one.md:8:1 error Say something else than "very". no-very')
  expect(refused.said()).toContain('Nothing was sent.')
})

test('where a plugin fails, publish and plan still say what else there is', async () => {
  await configure({ remark: ['./simply.mjs', './fail.mjs'] })
  const output = captureOutput()
  expect(await compile(await loadConfig(config()), output, { strict: true })).toBeUndefined()
  expect(output.said()).toContain(
    'posts/one.md:1:1 error The plugin "./fail.mjs" failed on posts/one.md: No, thanks plugin',
  )
  const shown = captureOutput()
  expect(await preview({ config: config(), strict: true }, shown)).toBe(1)
  expect(shown.said()).toContain('posts/one.md:1:1 error The plugin "./fail.mjs" failed on posts/one.md')
  expect(output.said()).toContain('posts/one.md:8:14 warning Say something else than "simply". no-simply')
})
