import { expect, test } from 'vitest'
import { messagesOf } from '../../helpers/findings.ts'

const find = (body: string) =>
  messagesOf('box-syntax', body).map(({ place, reason, mended }) => [place, reason, mended])

test.each([
  ['本文\n:::note 題\n注\n:::', '2:1', ':::note 題', '本文\n:::note[題]\n注\n:::'],
  ['本文\n:::\n', '2:1', ':::', undefined],
  ['> 本文\n> ::: note\n> 注', '2:3', '::: note', '> 本文\n> :::note\n> 注'],
  [':::note 題\n注\n:::', '1:1', ':::note 題', ':::note[題]\n注\n:::'],
  ['本文\n\t:::note', '2:2', ':::note', undefined],
  ['- 本文\n      :::note 題', '2:7', ':::note 題', undefined],
  ['> 本文\n>     :::note[題]', '2:7', ':::note[題]', undefined],
])('a line of a paragraph that begins as a box does is none: %j', (body, place, line, mended) => {
  expect(find(body)).toEqual([[place, `"${line}" is no box, but plain text.`, mended]])
})

test.each([
  ['本文\n    :::note 題', 'Write ":::note[題]" alone on its line, without the blanks before it.'],
  ['本文\n    :::note[題]', 'Write ":::note[題]" alone on its line, without the blanks before it.'],
  ['本文\n:::note[題', 'Write ":::note[題]" alone on its line.'],
  ['本文\n:::note [題', 'Write ":::note[題]" alone on its line.'],
  ['本文\n:::note]題', 'Write ":::note[題]" alone on its line.'],
  ['本文\n:::note [[題]', 'Write ":::note[題]" alone on its line.'],
  ['本文\n:::note 題]', 'Write ":::note[題]" alone on its line.'],
  ['本文\n:::note [甲] 乙', 'Write ":::note[[甲] 乙]" alone on its line.'],
])('says what to write in place of %j', (body, note) => {
  expect(messagesOf('box-syntax', body).map((message) => message.note)).toEqual([note])
})

test.each([
  ':::note\n注\n:::',
  '本文\n:::note\n注\n:::',
  '本文は :::note と書く。',
  '`:::note 題`\n\n```md\n:::note 題\n```\n\n    :::note 題\n',
  '本文\n\\:::note 題',
  'std:::a',
])('says nothing of %j', (body) => {
  expect(find(body)).toEqual([])
})
