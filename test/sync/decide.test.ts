import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { FieldName } from '../../src/fields/registry.ts'
import type { PostFields } from '../../src/site/types.ts'
import { sha256 } from '../../src/standards/sha256.ts'
import { decide } from '../../src/sync/decide.ts'
import { hashFields } from '../../src/sync/fields.ts'

const all = new Set<FieldName>(['title', 'tags', 'status'])
const published: PostFields = { title: 'A', tags: [1, 2], status: 'publish' }
const marker = { key: 'a', base: hashFields(published), stored: {} }
const nothing = { update: [], drift: [], conflict: [] }

test.each<[string, PostFields, PostFields, object]>([
  ['both as published: nothing to do', published, published, nothing],
  ['the order of terms does not count', { ...published, tags: [2, 1] }, published, nothing],
  ['file changed: update', { ...published, title: 'B' }, published, { ...nothing, update: ['title'] }],
  ['site changed: drift', published, { ...published, title: 'B' }, { ...nothing, drift: ['title'] }],
  ['both changed alike: nothing to do', { ...published, title: 'B' }, { ...published, title: 'B' }, nothing],
  [
    'both changed: conflict, but only in that field',
    { ...published, title: 'B', tags: [1] },
    { ...published, title: 'C' },
    { ...nothing, update: ['tags'], conflict: ['title'] },
  ],
  [
    'a value that needs something not created yet is a change',
    { title: 'A', status: 'publish' },
    published,
    { ...nothing, update: ['tags'] },
  ],
])('%s', (_, desired, live, expected) => {
  expect(decide(all, desired, live, marker)).toEqual(expected)
})

test('a scheduled post that WordPress made public is not drift', () => {
  const base = { ...marker, base: hashFields({ ...published, status: 'future' }) }
  expect(decide(all, published, published, base)).toEqual(nothing)
  expect(decide(all, { ...published, status: 'future' }, published, base)).toEqual(nothing)
})

test('what the site changed while storing is not drift, an edit after that is', () => {
  const stored = { ...marker, stored: hashFields({ title: 'A &amp;' }) }
  expect(decide(all, published, { ...published, title: 'A &amp;' }, stored)).toEqual(nothing)
  expect(decide(all, published, { ...published, title: 'A & me' }, stored)).toEqual({
    ...nothing,
    drift: ['title'],
  })
})

test('what was brought here and edited on the site again is drift; edited here as well, it is a conflict', () => {
  const pulled = new Map<FieldName, string>([
    ['title', `${marker.base.title}..${hashFields({ title: 'B' }).title}`],
  ])
  const [here, there] = [
    { ...published, title: 'B' },
    { ...published, title: 'C' },
  ]
  expect(decide(all, here, there, marker, pulled)).toEqual({ ...nothing, drift: ['title'] })
  // Set back there to what was published before.
  expect(decide(all, here, published, marker, pulled)).toEqual({ ...nothing, drift: ['title'] })
  expect(decide(all, { ...published, title: 'D' }, there, marker, pulled)).toEqual({
    ...nothing,
    conflict: ['title'],
  })
  expect(decide(all, { ...published, title: 'D' }, here, marker, pulled)).toEqual({
    ...nothing,
    update: ['title'],
  })
})

/** A post with one note, its id as it may be on the site or be made of a label. */
function noted(id: string, text = 'Note.'): { content: string; footnotes: string } {
  return {
    content: `<!-- wp:paragraph -->\n<p>a<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">1</a></sup></p>\n<!-- /wp:paragraph -->\n\n<!-- wp:footnotes /-->`,
    footnotes: JSON.stringify([{ id, content: text }]),
  }
}

test.each([
  ['edited there into what the file says', noted('a'), noted('b'), nothing],
  ['another text', noted('a', 'Other.'), noted('b'), { ...nothing, conflict: ['content', 'footnotes'] }],
  [
    'the same ids and another text',
    noted('b', 'Other.'),
    noted('b'),
    { ...nothing, conflict: ['footnotes'] },
  ],
])('ids of notes do not count where both say the same: %s', (_, desired, live, expected) => {
  const base = { key: 'a', base: hashFields(noted('c', 'Old.')), stored: {} }
  expect(decide(new Set(['content', 'footnotes']), desired, live, base)).toEqual(expected)
})

test('notes under a new label, edited on the site, stop the content that refers to them', () => {
  const base = { key: 'a', base: hashFields(noted('a', 'Old.')), stored: {} }
  expect(decide(new Set(['content', 'footnotes']), noted('b'), noted('a'), base)).toEqual({
    ...nothing,
    update: ['content'],
    conflict: ['footnotes'],
  })
})

test.each(['lists', 'tables'])(
  'a post that 0.2 published is unchanged, edited or updated as ever, however today spells it: %s',
  async (name) => {
    const old = await readFile(`test/fixtures/former-spelling/${name}.html`, 'utf8')
    const today = await readFile(`test/fixtures/render/${name}.blocks.html`, 'utf8')
    expect(today).not.toBe(old)
    const known = { key: 'a', base: { content: sha256(JSON.stringify(old)).slice(0, 8) }, stored: {} }
    const content = new Set<FieldName>(['content'])
    const edited = (text: string): string => text.replace(/<\/(?:p|td)>|(?<=深い)<\/li>/, '!$&')
    const told = (desired: string, live: string) =>
      decide(content, { content: desired }, { content: live }, known)
    expect(told(today, old)).toEqual(nothing)
    // Saved in an editor that spells all of it as today.
    expect(told(today, today)).toEqual(nothing)
    for (const spelled of [old, today]) {
      expect(told(edited(today), spelled)).toEqual({ ...nothing, update: ['content'] })
      expect(told(today, edited(spelled))).toEqual({ ...nothing, drift: ['content'] })
    }
  },
)

test.each(['boxes', 'images', 'structure'])(
  'a post that 0.2 published in another look is updated, and nothing in it is an edit: %s',
  async (name) => {
    const old = await readFile(`test/fixtures/former-spelling/${name}.html`, 'utf8')
    const today = await readFile(`test/fixtures/render/${name}.blocks.html`, 'utf8')
    const known = { key: 'a', base: { content: sha256(JSON.stringify(old)).slice(0, 8) }, stored: {} }
    const told = (desired: string, live: string) =>
      decide(new Set<FieldName>(['content']), { content: desired }, { content: live }, known)
    const update = { ...nothing, update: ['content'] }
    expect(told(today, old)).toEqual(update)
    expect(told(today.replace('</p>', '!</p>'), old)).toEqual(update)
    // Somebody saved in the editor what today's version would write.
    expect(told(today, today)).toEqual(nothing)
  },
)

test('a post of 0.2 with block markup of its author keeps its marker', () => {
  const old =
    '<!-- wp:heading {"anchor":"a"} -->\n<h2 id="a" class="wp-block-heading">T</h2>\n<!-- /wp:heading -->'
  const known = { key: 'a', base: { content: sha256(JSON.stringify(old)).slice(0, 8) }, stored: {} }
  const content = new Set<FieldName>(['content'])
  const told = (desired: string, live: string) =>
    decide(content, { content: desired }, { content: live }, known)
  expect(told(old, old)).toEqual(nothing)
  expect(told(`${old}!`, old)).toEqual({ ...nothing, update: ['content'] })
  expect(told(old, `${old}!`)).toEqual({ ...nothing, drift: ['content'] })
})
