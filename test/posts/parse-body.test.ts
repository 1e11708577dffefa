import { expect, test } from 'vitest'
import { digestArticle } from '../../src/digest/digest.ts'
import { testConfig } from '../helpers/config.ts'

const config = testConfig({ site: { url: 'https://blog.example' } })

function digest(body: string) {
  return digestArticle({ name: 'a.md', text: `---\ntitle: A\n---\n\n${body}` }, config).messages
}

function reasons(body: string): string[] {
  return digest(body).map(({ fatal, reason }) => `${fatal} ${reason}`)
}

test.each(['> '.repeat(300), '> '.repeat(9000), '> '.repeat(20_000), '- '.repeat(300)])(
  'what is nested beyond all measure is said, and breaks nothing',
  (signs) => {
    expect(reasons(`${signs}a`)).toEqual([
      'true Quotes, lists, boxes or elements lie in each other too deep to be read.',
    ])
  },
)

test('what people nest is read', () => {
  expect(reasons(`${'> '.repeat(30)}a\n\n${'- '.repeat(30)}b`)).toEqual([])
})

test.each([':::note\n', '> ::::note[A]\r\n', ':::note\n\n'])(
  'thousands of boxes that nobody closed are said where they become too many, in no time',
  (box) => {
    const lines = box.split('\n').length - 1
    expect(digest(box.repeat(15_000))).toMatchObject([
      {
        reason: 'Quotes, lists, boxes or elements lie in each other too deep to be read.',
        place: { line: 5 + 200 * lines, column: 1 },
        note: 'Close each box with a line ":::".',
      },
    ])
  },
)

test('many boxes after each other are read', () => {
  expect(reasons(':::note\nA\n:::\n\n'.repeat(300))).toEqual([])
})
