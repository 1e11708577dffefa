import { expect, test } from 'vitest'
import { findingsOf, messagesOf } from '../../helpers/findings.ts'

const wiki = (body: string) => findingsOf('wiki-link', body)
const brackets = (body: string) => findingsOf('link-brackets', body)

test.each([
  ['詳しくは[[前の記事]]へ。', ['1:5 [[前の記事]]']],
  [
    '[[a|甲]] と ![[図.png]] と ![[図.png|300]]',
    ['1:1 [[a|甲]]', '1:11 ![[図.png]]', '1:24 ![[図.png|300]]'],
  ],
  ['> - **[[a#b]]**', ['1:7 [[a#b]]']],
  ['## [[見出し]]', ['1:4 [[見出し]]']],
  ['| [[a]] |\n| - |\n| [[b]] |', ['1:3 [[a]]', '3:3 [[b]]']],
  ['目次は [[toc]] です', ['1:5 [[toc]]']],
])('points at links of wikis in %j', (body, found) => {
  expect(wiki(body)).toEqual(found)
})

test.each([
  '[[toc]]',
  '[toc]',
  '`[[a]]`\n\n```sh\n[[ -f a ]]\n[[a]]\n```\n\n    [[a]]\n',
  '$[[a]]$\n\n$$\n[[a]]\n$$',
  '\\[[a]] [\\[a]] &#91;[a]]',
  '[[a]](https://a.example/)',
  '[[a]]\n\n[a]: https://a.example/',
  '[[a]][b]\n\n[b]: https://a.example/',
  'if [[ -f a ]]; then',
  '[[1, 2], [3, 4]] と [[1]]',
  'x[[i]] と x[["a"]] と [["a"]]',
  '[[nodiscard]] int a',
  '[[caption]] と [[gallery ids="1"]]',
  '<b title="[[a]]">a</b> <!-- [[a]] -->\n\n<div>[[a]]</div>',
  '![[a]](a.png)',
  'https://a.example/[[a]]',
])('says nothing of two brackets in %j', (body) => {
  expect(wiki(body)).toEqual([])
})

test.each([
  ['［公式］（https://a.example/b）', '[公式](https://a.example/b)'],
  ['詳細は[公式]（https://a.example/）です。', '[公式](https://a.example/)'],
  ['［公式］(https://a.example/)', '[公式](https://a.example/)'],
  ['[公式](https://a.example/）', '[公式](https://a.example/)'],
  ['[次]（./next.md）', '[次](./next.md)'],
  ['［原因］（#原因）', '[原因](#原因)'],
  ['！［図］（../images/a.png）', '![図](../images/a.png)'],
  ['![図]（a.png "題"）', '![図](a.png)'],
  ['[`npm`]（next.md#a）', '[`npm`](next.md#a)'],
  ['**［公式］（https://a.example/）**', '[公式](https://a.example/)'],
  ['| ［a］（/b） |\n| - |', '[a](/b)'],
])('points at brackets of full width in %j', (body, better) => {
  expect(messagesOf('link-brackets', body).map(({ note }) => note)).toEqual([`Write ${better}.`])
})

test('each place is that of the link as it is written', () => {
  expect(brackets('> a\n> ［甲］（/a） と［乙］（/b）')).toEqual(['2:3 ［甲］（/a）', '2:12 ［乙］（/b）'])
})

test.each([
  '［重要］（必ず読むこと）',
  '[注]（詳細は後述）と [1]（p. 3）',
  '［課題］（#12）',
  '[公式](https://a.example/)（別の話）',
  '[公式](https://a.example/)（https://a.example/b）',
  '`［a］（/b）`\n\n```\n［a］（/b）\n```',
  '$\\text{［a］（/b）}$',
  '&#xFF3B;a］（/b）',
  '\\[a]（/b）',
  '<b title="［a］（/b）">a</b>\n\n<div>［a］（/b）</div>',
  '［a］ （/b）',
  '［a］\n（/b）',
  '[a](b c)',
])('says nothing of brackets in %j', (body) => {
  expect(brackets(body)).toEqual([])
})
