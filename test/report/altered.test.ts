import { expect, test } from 'vitest'
import { alteredToText, listAlterations } from '../../src/report/altered.ts'

const content = {
  name: 'content',
  sent: '<p>A form: <input type="checkbox"> and <iframe src="https://e.example"></iframe>. Tom & Jerry</p>',
  stored: '<p>A form:  and . Tom &amp; Jerry</p>',
} as const

test('names exactly what WordPress cut or changed, tag by tag', () => {
  expect(listAlterations(content)).toEqual([
    { sent: '<input type="checkbox">', stored: '' },
    { sent: '<iframe src="https://e.example"></iframe>', stored: '' },
    { sent: '&', stored: '&amp;' },
  ])
})

test('shows it as lines of a diff', () => {
  const lines = alteredToText([content]).replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '')
  expect(lines.split('\n')).toEqual([
    '    WordPress changed the content on saving, as it does for users without the right "unfiltered_html":',
    '      - <input type="checkbox">',
    '      - <iframe src="https://e.example"></iframe>',
    '      - &',
    '      + &amp;',
  ])
})
