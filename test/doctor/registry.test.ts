import { readFile } from 'node:fs/promises'
import { toString as mdastToString } from 'mdast-util-to-string'
import { expect, test } from 'vitest'
import { CONNECTING, EXAMINATIONS, WRITING } from '../../src/doctor/registry.ts'
import { parseMarkdown } from '../../src/render/markdown.ts'
import { inJapanese, withWords } from '../helpers/in-japanese.ts'

const all = [...EXAMINATIONS, ...WRITING]

test('every examination has a name of its own and comes after those that it needs', () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  for (const [index, { name, needs }] of all.entries()) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    for (const need of needs) expect(all.slice(0, index)).toContain(need)
  }
  expect(EXAMINATIONS.slice(0, CONNECTING.length)).toEqual(CONNECTING)
})

test.each([
  ['docs/doctor.md', /^Looks at .+\.$/],
  ['docs/ja/doctor.md', /^調べること: .+。$/],
])('%s has a section on every examination and on nothing else', async (page, opening) => {
  const { children } = parseMarkdown(await readFile(page, 'utf8'))
  const sections = children.flatMap((node, index) =>
    node.type === 'heading' && node.depth === 2
      ? [{ name: mdastToString(node), nodes: children.slice(index + 1, index + 3) }]
      : [],
  )
  expect(sections.map(({ name }) => name)).toEqual(all.map(({ name }) => name))
  for (const { nodes } of sections) {
    expect(mdastToString(nodes[0])).toMatch(opening)
    expect(nodes[1]?.type).toBe('paragraph')
  }
})

test('docs/doctor.md says what each examination looks at in its own words', async () => {
  const page = await readFile('docs/doctor.md', 'utf8')
  const told = all.map(({ name, about }) => ({ heading: `## ${name}`, text: `Looks at ${about}.` }))
  await expect(withWords(page, told)).toMatchFileSnapshot('../../docs/doctor.md')
})

test('docs/ja/doctor.md does so in Japanese', async () => {
  const page = await readFile('docs/ja/doctor.md', 'utf8')
  const japanese = await inJapanese(() => import('../../src/doctor/registry.ts'))
  // An examination that speaks no Japanese yet is told in the words of the page.
  const told = [...japanese.EXAMINATIONS, ...japanese.WRITING]
    .filter(({ about }, index) => about !== all[index]?.about)
    .map(({ name, about }) => ({ heading: `## ${name}`, text: `調べること: ${about}。` }))
  await expect(withWords(page, told)).toMatchFileSnapshot('../../docs/ja/doctor.md')
})
