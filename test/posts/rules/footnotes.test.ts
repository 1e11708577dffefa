import { expect, test } from 'vitest'
import { findingsOf, messagesOf } from '../../helpers/findings.ts'

const missing = (body: string) => findingsOf('footnote-missing', body)
const unused = (body: string) => findingsOf('footnote-unused', body)

test.each([
  ['本文[^1]です。', ['1:3 [^1]']],
  ['本文[^1]と[^注]。\n\n[^1]: 注', ['1:8 [^注]']],
  ['> - 本文\n>   と[^a-1]。', ['2:6 [^a-1]']],
  ['**強調[^1]** [リンク[^2]](https://a.example/) ==印[^3]==', ['1:5 [^1]', '1:16 [^2]', '1:45 [^3]']],
  ['| a[^1] |\n| - |\n| b[^2] |', ['1:4 [^1]', '3:4 [^2]']],
  ['## 見出し[^1]', ['1:7 [^1]']],
  ['本文。\n\n[^1]：全角のコロン', ['3:1 [^1]：']],
  ['本文\\\\[^1]', []],
])('points at references without a note in %j', (body, found) => {
  expect(missing(body)).toEqual(found)
})

test.each([
  '本文[^1]。\n\n[^1]: 注',
  '本文[^A]。\n\n[^a]: 注',
  '`[^1]` と\n\n```\n[^1]\n```\n\n    [^1]\n',
  '$[^1]$\n\n$$\n[^1]\n$$',
  '\\[^1] [\\^1] &#91;^1]',
  '正規表現 [^a-z] と [^0-9]+ と [^,] と [^a]* と /[^a]/ と ([^b]) と [^\\d]',
  '<b title="[^1]">a</b>\n\n<!-- [^1] -->\n\n<div>[^1]</div>',
  '[a](https://a.example/[^1]) ![a[^1]](a.png "[^1]")',
  '[a[b]^1] [^ 1] [^]',
])('says nothing of %j', (body) => {
  expect(missing(body)).toEqual([])
})

test('a note that is no note, for a sign, is said with the sign', () => {
  expect(messagesOf('footnote-missing', '[^1]：注')).toMatchObject([
    {
      reason: 'This is no note, but text: "[^1]：".',
      note: 'Begin a line with "[^1]: " where the note stands.',
    },
  ])
})

test.each([
  ['本文。\n\n[^1]: 注', ['3:1 [^1]: 注']],
  ['本文[^1]。\n\n[^1]: 一\n\n[^1]: 二', ['5:1 [^1]: 二']],
  ['本文[^1]。\n\n[^1]: 一[^2]\n\n[^2]: 二', []],
  ['本文。\n\n[^1]: 一[^2]\n\n[^2]: 二[^1]', ['3:1 [^1]: 一[^2]', '5:1 [^2]: 二[^1]']],
  ['> 本文\n>\n> [^1]: 注', ['3:3 [^1]: 注']],
  ['`[^1]`\n\n[^1]: 注', ['3:1 [^1]: 注']],
  ['本文[^A]。\n\n[^a]: 注', []],
  ['```\n[^1]: 注\n```', []],
  ['\\[^1]: 注', []],
])('points at notes that nothing shows in %j', (body, found) => {
  expect(unused(body)).toEqual(found)
})
