import { expect, test } from 'vitest'
import { decodePost, encodePost, POST_FIELDS } from '../../src/site/post-wire.ts'

const ANSWER = {
  id: 5,
  title: { raw: 'T', rendered: 'T' },
  content: { raw: 'C' },
  excerpt: { raw: '' },
  slug: '%e9%a1%8c',
  status: 'publish',
  date: '2025-12-22T11:00:00',
  modified_gmt: null,
  link: 'https://blog.example/archives/5',
}

test('what an answer leaves out is as WordPress has it without', () => {
  const post = decodePost({ ...ANSWER, meta: [] })
  expect(post).toMatchObject({
    id: 5,
    title: 'T',
    slug: '題',
    modifiedGmt: '',
    permalinkTemplate: ANSWER.link,
  })
  expect(post).toMatchObject({ categories: [], featuredMedia: 0, sticky: false, format: 'standard' })
  expect(post.footnotes).toBeUndefined()
})

test('notes are read in one spelling', () => {
  const footnotes = '[ {"content":"N.", "id":"a", "more":1} ]'
  expect(decodePost({ ...ANSWER, meta: { footnotes } }).footnotes).toBe('[{"id":"a","content":"N."}]')
  expect(decodePost({ ...ANSWER, meta: { footnotes: '[]' } }).footnotes).toBe('')
  expect(decodePost({ ...ANSWER, meta: { footnotes: 'none' } }).footnotes).toBe('none')
  const escaped = '[{"id":"a","content":"\\ufdd4word]"}]'
  expect(decodePost({ ...ANSWER, meta: { footnotes: escaped } }).footnotes).toContain('"\uFFFDword]"')
})

test.each([
  [{ ...ANSWER, title: 'T' }, 'a post as WordPress describes it: title '],
  [{ ...ANSWER, featured_media: 'x' }, 'a post as WordPress describes it: featured_media '],
  ['text', 'a post as WordPress describes it: '],
])('an answer of another shape says where it differs', (answer, message) => {
  expect(() => decodePost(answer)).toThrow(message)
})

test('what is asked for and sent has the names of WordPress', () => {
  expect(POST_FIELDS.split(',')).toEqual(expect.arrayContaining(['id', 'featured_media', 'meta.footnotes']))
  expect(encodePost({ title: 'T', featuredMedia: 0, commentStatus: 'open', footnotes: '' }, 'it')).toEqual({
    title: 'T',
    featured_media: 0,
    comment_status: 'open',
    meta: { footnotes: '' },
  })
})

test.each(['\uFDD4', '\uFFFE', '\u{10FFFF}'])(
  'a post that holds %j is not sent, and is named',
  (character) => {
    expect(() => encodePost({ title: 'T', content: `a${character}` }, 'The post "a"')).toThrow(
      /^The post "a" would hold U\+[\dA-F]+, which is no character; it is not sent\.$/,
    )
  },
)
