import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { amountOf, count } from '../../src/language/count.ts'
import { toDateText } from '../../src/language/dates.ts'
import { listAll, listItems, listParts } from '../../src/language/lists.ts'
import { joinSentences } from '../../src/language/sentences.ts'
import { speak } from '../../src/language/speak.ts'

const red = (text: string): string => `${String.fromCharCode(27)}[31m${text}${String.fromCharCode(27)}[39m`

test('English counts, lists, dates and sentences', () => {
  expect([count(1, 'category'), count(2, 'category'), count(2, 'address'), count(12_345, 'article')]).toEqual(
    ['1 category', '2 categories', '2 addresses', '12345 articles'],
  )
  expect([listAll(['a', 'b']), listItems(['a', 'b']), listParts(['a', 'b'])]).toEqual([
    'a and b',
    'a, b',
    'a; b',
  ])
  expect(amountOf(3, 'to create')).toBe('3 to create')
  expect(toDateText('2025-12-22T09:05:00')).toBe('2025-12-22 09:05:00')
  expect(joinSentences('One.', '', red('Two.'), 'Three')).toBe(`One. ${red('Two.')} Three`)
})

describe('in Japanese', () => {
  beforeAll(async () => speak('ja'))
  afterAll(async () => speak('en'))

  test('numbers have their counters, and lists their commas', () => {
    expect([count(1, 'category'), count(12_345, 'article'), count(3, 'place')]).toEqual([
      'カテゴリー 1 件',
      '記事 12,345 件',
      '3 か所',
    ])
    expect(amountOf(3, '作成')).toBe('作成 3 件')
    expect([listAll(['a', 'b']), listItems(['a', 'b']), listParts(['a', 'b'])]).toEqual([
      'a、b',
      'a、b',
      'a。b',
    ])
  })

  test('dates have their year, month and day in that order, and what is no date stays as it is', () => {
    expect(toDateText('2025-12-22T09:05:00')).toBe('2025年12月22日 09:05:00')
    expect(toDateText('2026-01-05T10:00')).toBe('2026年1月5日 10:00')
    expect(toDateText('')).toBe('')
    expect(toDateText('never')).toBe('never')
  })

  test('no blank stands behind a full stop, coloured or not, but one behind anything else', () => {
    expect(joinSentences('一。', '二!')).toBe('一。二!')
    expect(joinSentences(red('一。'), '二。')).toBe(`${red('一。')}二。`)
    expect(joinSentences('見るには: npm run doctor', '三。')).toBe('見るには: npm run doctor 三。')
    expect(joinSentences('', '三。')).toBe('三。')
  })
})
