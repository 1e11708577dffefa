import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIELDS, type FieldName } from '../../src/fields/registry.ts'
import type { PostFields } from '../../src/site/types.ts'
import { sha256 } from '../../src/standards/sha256.ts'
import { decide } from '../../src/sync/decide.ts'
import { hashFields } from '../../src/sync/fields.ts'
import type { Marker } from '../../src/sync/marker.ts'

const nothing = { update: [], drift: [], conflict: [] }

/** What 0.2.0 noted of a text. */
const oldHash = (text: string): string => sha256(JSON.stringify(text)).slice(0, 8)

/** An article that says `text`, whose post has `html`. */
function compare(name: 'title' | 'excerpt', text: string, html: string, marker: Partial<Marker>) {
  const managed = new Set<FieldName>([name])
  const desired: PostFields = { [name]: FIELDS[name].resolve(text, undefined as never) }
  return decide(managed, desired, { [name]: html }, { key: 'a', base: {}, stored: {}, ...marker })
}

test.each(['title', 'excerpt'] as const)(
  'of a post of 0.2.0 a %s is planned only where readers see another one',
  (name) => {
    const of = (sent: string, stored = sent): Partial<Marker> => ({
      base: { [name]: oldHash(sent) },
      stored: stored === sent ? {} : { [name]: oldHash(stored) },
    })
    const update = { ...nothing, update: [name] }
    // As it was sent by an administrator, and as WordPress stored it for an author.
    expect(compare(name, 'A & B', 'A & B', of('A & B'))).toEqual(nothing)
    expect(compare(name, 'A & B', 'A &amp; B', of('A & B', 'A &amp; B'))).toEqual(nothing)
    expect(compare(name, 'a < b', 'a < b', of('a < b'))).toEqual(nothing)
    expect(compare(name, 'B', 'A &amp; B', of('A & B', 'A &amp; B'))).toEqual(update)
    for (const text of ['<script> タグ', 'Vec<T>', '&copy; と &lt;', '<!-- x -->', '<b>A</b>']) {
      expect(compare(name, text, text, of(text)), text).toEqual(update)
    }
    expect(compare(name, 'Vec<T>', 'Vec', of('Vec<T>', 'Vec'))).toEqual(update)
    expect(compare(name, 'A & B', 'Else', of('A & B'))).toEqual({ ...nothing, drift: [name] })
  },
)

test('however a title is spelt, it is the same; any other one is an edit', () => {
  const text = fc
    .array(fc.constantFrom('<', '>', '&', 'b', '/', 'amp;', 'lt;', ' ', 'あ'))
    .map((all) => all.join(''))
  fc.assert(
    fc.property(text, text, (mine, other) => {
      const html = FIELDS.title.resolve(mine, undefined as never) ?? ''
      const spelt = html.replaceAll('&gt;', '>').replaceAll('&amp;', '&#038;')
      const marker = { base: hashFields({ title: html }), stored: {} }
      expect(compare('title', mine, html, marker)).toEqual(nothing)
      expect(compare('title', mine, spelt, marker)).toEqual(nothing)
      const edited = FIELDS.title.resolve(other, undefined as never) ?? ''
      const expected = mine === other ? nothing : { ...nothing, drift: ['title'] }
      expect(compare('title', mine, edited, marker)).toEqual(expected)
    }),
  )
})
