import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { FRONT_MATTER_FIELDS } from '../../src/fields/front-matter.ts'
import { KEY_ALIASES } from '../../src/posts/front-matter-keys.ts'

test('a field that stands below another one stands below one that there is', () => {
  const keys: readonly string[] = FRONT_MATTER_FIELDS.map(({ key }) => key)
  for (const { below, key } of FRONT_MATTER_FIELDS) {
    if (below !== undefined) expect(keys.indexOf(below)).toBe(keys.indexOf(key) - 1)
  }
})

test('docs/front-matter.md says of every key what it is, and of no other', async () => {
  const text = await readFile('docs/front-matter.md', 'utf8')
  const [, table = ''] =
    /\n\| key \| meaning \| default \|\n\| --- \| --- \| --- \|\n((?:\|.*\n)+)/.exec(text) ?? []
  const documented = table.split('\n').flatMap((row) => {
    const [, cell = ''] = row.split('|')
    return [...cell.matchAll(/`(\w+)`/g)].map(([, key = '']) => key)
  })
  const known = Object.entries(KEY_ALIASES).flatMap(([key, aliases]) => [key, ...aliases])
  expect(documented.toSorted()).toEqual(known.toSorted())
})
