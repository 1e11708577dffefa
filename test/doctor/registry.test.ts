import { readFile } from 'node:fs/promises'
import { toString as mdastToString } from 'mdast-util-to-string'
import { expect, test } from 'vitest'
import { CONNECTING, EXAMINATIONS, WRITING } from '../../src/doctor/registry.ts'
import { parseMarkdown } from '../../src/render/markdown.ts'

const all = [...EXAMINATIONS, ...WRITING]

test('every examination has a name of its own and comes after those that it needs', () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  for (const [index, { name, needs }] of all.entries()) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    for (const need of needs) expect(all.slice(0, index)).toContain(need)
  }
  expect(EXAMINATIONS.slice(0, CONNECTING.length)).toEqual(CONNECTING)
})

test('docs/doctor.md has a section on every examination and on nothing else', async () => {
  const { children } = parseMarkdown(await readFile('docs/doctor.md', 'utf8'))
  const sections = children.flatMap((node, index) =>
    node.type === 'heading' && node.depth === 2
      ? [
          {
            name: mdastToString(node),
            about: mdastToString(children[index + 1]),
            more: children[index + 2]?.type,
          },
        ]
      : [],
  )
  expect(sections).toEqual(
    all.map(({ name, about }) => ({ name, about: `Looks at ${about}.`, more: 'paragraph' })),
  )
})
