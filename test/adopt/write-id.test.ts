import { expect, test } from 'vitest'
import { withId } from '../../src/adopt/write-id.ts'

const NONE = { aliases: {}, ignore: [] }

test.each([
  ['---\ntitle: A\n---\n\n本文。\n', '---\ntitle: A\nid: 7\n---\n\n本文。\n'],
  ['---\r\ntitle: A\r\n---\r\nB\r\n', '---\r\ntitle: A\r\nid: 7\r\n---\r\nB\r\n'],
  ['\uFEFF---\ntitle: A # はじめ\n---\nid: 8', '\uFEFF---\ntitle: A # はじめ\nid: 7\n---\nid: 8'],
  ['---\n{ title: A }\n---\nB', '---\n{ title: A, id: 7 }\n---\nB'],
  ['---\nid:\ntitle: A\n---\n', '---\nid: 7\ntitle: A\n---\n'],
  ['---\nid: "8"\ntitle: A\n---\n', '---\nid: "7"\ntitle: A\n---\n'],
  ['---\ntitle: |\n  A\n  id: 8\n---\n', '---\ntitle: |\n  A\n  id: 8\nid: 7\n---\n'],
])('%j names its post', (text, expected) => {
  expect(withId(text, 7, NONE)).toBe(expected)
})

test('an id of another program stays, and ours stands under the name that the project gives it', () => {
  const keys = { aliases: { wp_id: 'id' as const }, ignore: ['id'] }
  expect(withId('---\nid: 0a1b\n---\n', 7, keys)).toBe('---\nid: 0a1b\nwp_id: 7\n---\n')
  expect(withId('---\nid: 0a1b\nwp_id: 6\n---\n', 7, keys)).toBe('---\nid: 0a1b\nwp_id: 7\n---\n')
})

test('front matter that cannot be read stays as it is', () => {
  expect(withId('---\ntitle: [\n---\n', 7, NONE)).toBeUndefined()
})
