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
  ['これは**重要な点です。次の文。', ['1:4 **']],
  ['重要な点**です。\n\n次の**太字**。', ['1:5 **']],
  ['**太字**と、これは**重要', ['1:12 **']],
  ['- これは**重要\n- な**点', ['1:6 **', '2:4 **']],
  ['これは__重要__な点です。', ['1:4 __重要__']],
])('points at asterisks that stay in %j', (body, found) => {
  expect(find(body)).toEqual(found)
})

test.each([
  'これは**「重要」**です。**重要。**次。**`code`**。**[a](https://a.example/)**です',
  '引数は **args と **kwargs です。',
  '10の2乗は10**2、辞書は**kwargs、x**yも**$nも、a ** b、2**10は1024。',
  'snake__case と __init__ と 設計_第1版_確定。__重要__。「__重要__」',
  '2 ** 3 ** 4 と *1 と *2 は注。\n*3 も注。',
  '`** 重要 **`\n\n```\nこれは** 重要 **です\n```\n\n    これは** 重要 **です\n',
  '$$\n** 重 **\n$$',
  'これは\\*\\* 重要 \\*\\*です &#42;&#42; 重要 &#42;&#42;',
  '<b title="** 重要 **">a</b>\n\n<div>これは** 重要 **です</div>',
  '[a](https://a.example/**あ**)',
])('says nothing of %j', (body) => {
  expect(find(body)).toEqual([])
})
