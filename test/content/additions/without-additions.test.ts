import { describe, expect, test } from 'vitest'
import { joinHookedEnds } from '../../../src/content/additions/hooked-blocks.ts'
import { removeNoteMarks } from '../../../src/content/additions/note-marks.ts'
import { withoutAdditions } from '../../../src/content/additions/without-additions.ts'
import { sameContent } from '../../../src/content/normal-form.ts'

const text = '<!-- wp:paragraph -->\n<p>One two.</p>\n<!-- /wp:paragraph -->'
const heading = '<!-- wp:heading -->\n<h2 class="wp-block-heading">Head</h2>\n<!-- /wp:heading -->'
const ignoring = heading.replace(
  'wp:heading -->',
  'wp:heading {"metadata":{"ignoredHookedBlocks":["acme/card"]}} -->',
)
const card = '<!-- wp:acme/card /-->'

describe('what is no text is left out', () => {
  test.each([
    [
      'a note on a block, as 6.9 writes it',
      text.replace('paragraph -->', 'paragraph {"metadata":{"noteId":7}} -->'),
      text,
    ],
    [
      'notes as 7.1 writes them',
      text.replace('paragraph -->', 'paragraph {"metadata":{"noteId":[7,9]}} -->'),
      text,
    ],
    ['what is left of a note', text.replace('paragraph -->', 'paragraph {"metadata":{}} -->'), text],
    ['the same as PHP writes it', text.replace('paragraph -->', 'paragraph {"metadata":[]} -->'), text],
    ['a note in the text', text.replace('two', '<mark class="wp-note" data-id="7">two</mark>'), text],
    [
      'bindings',
      text.replace(
        'paragraph -->',
        'paragraph {"metadata":{"bindings":{"content":{"source":"core/post-meta","args":{"key":"x"}}}}} -->',
      ),
      text,
    ],
    [
      'next to metadata of its own',
      text.replace('paragraph -->', 'paragraph {"metadata":{"noteId":7,"name":"Intro"},"align":"left"} -->'),
      text.replace('paragraph -->', 'paragraph {"metadata":{"name":"Intro"},"align":"left"} -->'),
    ],
    [
      'a block hooked after another one',
      `${text}\n\n${ignoring}${card}\n\n${text}`,
      `${text}\n\n${heading}\n\n${text}`,
    ],
    ['one hooked before', `${text}\n\n${card}${ignoring}\n\n${text}`, `${text}\n\n${heading}\n\n${text}`],
    [
      'saved by an editor',
      `${text}\n\n${ignoring}\n\n${card}\n\n${text}`,
      `${text}\n\n${heading}\n\n${text}`,
    ],
    ['saved at the end', `${text}\n\n${ignoring}\n\n${card}`, `${text}\n\n${heading}`],
    ['two in a row', `${ignoring}${card}${card}\n\n${text}`, `${heading}\n\n${text}`],
    ['at the beginning of the post', `${card}${text}\n\n${heading}`, `${text}\n\n${heading}`],
    ['at its end', `${text}\n\n${heading}${card}`, `${text}\n\n${heading}`],
    ['of plain HTML', `${card}<p>a</p>\n<p>b</p>${card}`, '<p>a</p>\n<p>b</p>'],
    ['the note of what was hooked away', ignoring, heading],
    [
      'in a quote, as its last block',
      `<!-- wp:quote {"metadata":{"ignoredHookedBlocks":["acme/card"]}} -->\n<blockquote class="wp-block-quote">${text}${card}</blockquote>\n<!-- /wp:quote -->`,
      `<!-- wp:quote -->\n<blockquote class="wp-block-quote">${text}</blockquote>\n<!-- /wp:quote -->`,
    ],
    [
      'a block of another type, which a plugin made of the hooked one',
      `${text}\n\n${ignoring}<!-- wp:search {"label":"x"} /-->\n\n${text}`,
      `${text}\n\n${heading}\n\n${text}`,
    ],
    [
      'the note of a type that anybody may use, and not the next block of it',
      `${ignoring.replace('acme/card', 'core/paragraph')}\n\n${text}`,
      `${heading}\n\n${text}`,
    ],
    [
      'types in a list that PHP wrote as an object',
      `${heading.replace('heading -->', 'heading {"metadata":{"ignoredHookedBlocks":{"1":"acme/card"}}} -->')}\n\n${card}`,
      heading,
    ],
  ])('%s', (_, stored, expected) => {
    expect(withoutAdditions(stored)).toBe(expected)
    expect(sameContent(stored, expected)).toBe(true)
  })
})

describe('what may be an edit stays', () => {
  test.each([
    ['a block of a plugin that somebody put there', `${text}\n\n${card}\n\n${heading}`],
    ['at the end, on lines of its own', `${text}\n\n${card}`],
    ['a post that is nothing else', card],
    ['two of them', `${card}${card}`],
    ['a mark of somebody else', text.replace('two', '<mark class="wp-note-foo">two</mark>')],
    ['metadata that are no object', text.replace('paragraph -->', 'paragraph {"metadata":"noteId"} -->')],
    ['a block that is never closed', '<!-- wp:quote --><p>a</p><!-- wp:acme/card /-->'],
    ['other metadata', text.replace('paragraph -->', 'paragraph {"metadata":{"name":"noteId"}} -->')],
  ])('%s', (_, stored) => {
    expect(withoutAdditions(stored)).toBe(stored)
  })
})

test('marks of notes lie in each other, in other marks and around them', () => {
  expect(
    removeNoteMarks(
      'a <mark class="wp-note" data-id="1">b <mark class="x">c</mark> <mark data-id="2" class="wp-note">d</mark></mark>',
    ),
  ).toBe('a b <mark class="x">c</mark> d')
  expect(removeNoteMarks('<mark class="x">a <mark class="wp-note">b</mark></mark>')).toBe(
    '<mark class="x">a b</mark>',
  )
  expect(removeNoteMarks('</mark><mark class="wp-note">never closed')).toBe(
    '</mark><mark class="wp-note">never closed',
  )
  expect(removeNoteMarks('<img alt="<mark class=&quot;wp-note&quot;>">')).toBe(
    '<img alt="<mark class=&quot;wp-note&quot;>">',
  )
})

test.each([
  [`${card}\n\n${text}\n\n${heading}`, `${card}${text}\n\n${heading}`],
  [`${text}\n\n${heading}\n\n${card}\n\n${card}`, `${text}\n\n${heading}${card}${card}`],
  [`${text}\n\n${card}\n\n${heading}`, `${text}\n\n${card}\n\n${heading}`],
  [card, card],
  ['', ''],
])('what is hooked to the post itself stands beside the next block once more', (saved, joined) => {
  expect(joinHookedEnds(saved, ['acme/card'])).toBe(joined)
  expect(joinHookedEnds(saved, [])).toBe(saved)
  expect(joinHookedEnds(saved, ['core/paragraph'])).toBe(saved)
})
