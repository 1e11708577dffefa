import { expect, test } from 'vitest'
import { findingsOf } from '../../helpers/findings.ts'

const find = (body: string) => findingsOf('emphasis-literal', body)

test.each([
  ['これは** 重要 **です。', ['1:4 ** 重要 **']],
  ['[これは** 重要 **です](https://a.example/)', ['1:5 ** 重要 **']],
  ['==これは** 重要 **です==', ['1:6 ** 重要 **']],
  ['これは** 重要\nな点 **です。', ['1:4 ** 重要\nな点 **']],
  ['> - これは** 重要 **です', ['1:8 ** 重要 **']],
  ['| ** 表 ** |\n| - |', ['1:3 ** 表 **']],
])('points at asterisks that stay in %j', (body, found) => {
  expect(find(body)).toEqual(found)
})

test.each([
  'これは**「重要」**です。**重要。**次。**`code`**。**[a](https://a.example/)**です',
  '引数は **args と **kwargs です。',
  '2 ** 3 ** 4 と *1 と *2 は注。\n*3 も注。',
  '`** 重要 **`\n\n```\nこれは** 重要 **です\n```\n\n    これは** 重要 **です\n',
  '$$\n** 重 **\n$$',
  'これは\\*\\* 重要 \\*\\*です &#42;&#42; 重要 &#42;&#42;',
  '<b title="** 重要 **">a</b>\n\n<div>これは** 重要 **です</div>',
  '[a](https://a.example/**あ**)',
])('says nothing of %j', (body) => {
  expect(find(body)).toEqual([])
})
