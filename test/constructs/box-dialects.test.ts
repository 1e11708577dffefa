import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/render/markdown.ts'
import { messagesOf } from '../helpers/findings.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'

const render = async (body: string): Promise<string | undefined> =>
  (await renderMarkdown([body], { format: 'html' }))[0]?.content

test.each([
  [':::message alert\n注。\n:::', ':::warning\n注。\n:::'],
  [':::note info\n注。\n:::', ':::note\n注。\n:::'],
  [':::note warn\n注。\n:::', ':::warning\n注。\n:::'],
  [':::note alert  \r\n注。\r\n:::', ':::warning\r\n注。\r\n:::'],
  [':::details **全体** の話\n注。\n:::', ':::details[**全体** の話]\n注。\n:::'],
  ['> :::note warn\n> 注。\n> :::', '> :::warning\n> 注。\n> :::'],
  ['- 一\n\n  :::note warn\n  注。\n  :::', '- 一\n\n  :::warning\n  注。\n  :::'],
  ['::::details 外\n:::message alert\n注。\n:::\n::::', '::::details[外]\n:::warning\n注。\n:::\n::::'],
])('%j is %j', async (theirs, ours) => {
  expect(await render(theirs)).toBe(await render(ours))
})

test('what is in a block of code stays as it is, beside a box', async () => {
  const code = '```md\n:::message alert\n注。\n:::\n```'
  const html = await render(`:::note warn\n注。\n:::\n\n${code}`)
  expect(html).toContain(':::message alert')
  expect(html).toContain('is-warning')
})

test('every position is that of the file', () => {
  const body = '前。\n\n:::details [甲](b.md)と==乙==\n![丙](c.png)\n:::\n\n[丁](d.md)'
  const found: string[] = []
  // A summary with brackets is none of theirs.
  visit(
    parseMarkdown(body),
    ['link', 'image'],
    ({ position }) => void found.push(body.slice(position?.start.offset, position?.end.offset)),
  )
  expect(found).toEqual(['[甲](b.md)', '![丙](c.png)', '[丁](d.md)'])
  const summary = ':::details **甲**と`乙`\n本文。\n:::'
  const inside: string[] = []
  visit(
    parseMarkdown(summary),
    ['strong', 'inlineCode', 'text'],
    ({ position }) => void inside.push(summary.slice(position?.start.offset, position?.end.offset)),
  )
  expect(inside).toEqual(['**甲**', '甲', 'と', '`乙`', '本文。'])
})

test.each([':::note 題\n注。\n:::', '::: message alert\n注。\n:::', ':::details [題]\n注。\n:::'])(
  '%j is still told',
  (body) => {
    expect(messagesOf('box-syntax', body)).toHaveLength(1)
  },
)
