import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { settingsSchema } from '../../src/config-schema.ts'
import { parsePost } from '../../src/posts/read.ts'
import { validatePosts } from '../../src/posts/validate.ts'
import { renderPosts } from '../../src/render/render.ts'
import { testConfig } from '../helpers/config.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rensai-plugins-'))
  const shout = `export default (options = {}) => (tree) => {
    const visit = (node) => {
      if (node.type === 'text') node.value = node.value.toUpperCase() + (options.mark ?? '')
      for (const child of node.children ?? []) visit(child)
    }
    visit(tree)
  }`
  await writeFile(path.join(folder, 'shout.mjs'), shout)
  await writeFile(path.join(folder, 'nothing.mjs'), 'export const name = 1')
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function render(plugins: z.input<typeof settingsSchema>['plugins']): Promise<string | undefined> {
  const config = testConfig({ site: { url: 'https://blog.example' }, plugins }, folder)
  const source = parsePost('a.md', '---\ntitle: A\nslug: a\n---\n\nHello\n', config)
  const [post] = await renderPosts(await validatePosts([source], config), config, (url) => ({
    kind: 'external',
    url,
  }))
  return post?.content
}

test('remark and rehype plugins of the project run, with their options', async () => {
  expect(await render({ remark: ['./shout.mjs'] })).toContain('<p>HELLO</p>')
  expect(await render({ rehype: [['./shout.mjs', { mark: '!' }]] })).toContain('<p>HELLO!</p>')
})

test('a plugin that is not there, or is none, is said to be', async () => {
  await expect(render({ remark: ['remark-nowhere'] })).rejects.toMatchObject({
    message: 'The plugin "remark-nowhere" of wp.config.json cannot be loaded.',
    exitCode: 2,
  })
  await expect(render({ rehype: ['./nothing.mjs'] })).rejects.toMatchObject({
    message: '"./nothing.mjs" is not a unified plugin: it has no default export that is a function.',
    exitCode: 2,
  })
})
