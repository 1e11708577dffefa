import { expect, test } from 'vitest'
import { LOOKS } from '../../src/constructs/boxes/looks.ts'
import { sameContent } from '../../src/content/normal-form.ts'
import { contrast } from '../helpers/contrast.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'

const FORMATS = ['blocks', 'html'] as const

const render = async (
  markdown: string,
  settings: Parameters<typeof renderMarkdown>[1] = {},
): Promise<string> => (await renderMarkdown([markdown], settings))[0]?.content ?? ''

const boxes = [
  ':::note\na\n:::\n',
  ':::warning[b *c*]\na\n:::\n',
  ':::step[手順 1]\na\n:::\n',
  '::::example\n:::conclusion[d]\na\n:::\n::::\n',
  ':::hint\na\n:::\n',
  ':::hint[b]\na\n:::\n',
  ':::named\na\n:::\n',
  ':::note\n- a\n:::\n',
  '> [!NOTE]\n> a\n',
]

test.each(boxes)('%j says the same with and without a look', async (markdown) => {
  for (const format of FORMATS) {
    for (const kinds of [{}, { note: { title: 'メモ' }, example: { title: '例', className: 'x y' } }]) {
      const settings = { format, boxes: { hint: {}, named: { title: 'N' }, ...kinds } }
      const core = await render(markdown, settings)
      const former = await render(markdown, { ...settings, boxes: { ...settings.boxes, style: 'class' } })
      expect(core).not.toBe(former)
      expect(sameContent(core, former)).toBe(true)
    }
  }
})

test.each([
  ['another colour', (text: string) => text.replaceAll('#eaf2fc', '#ffffff')],
  ['another colour in the comment alone', (text: string) => text.replace('#eaf2fc', '#ffffff')],
  ['a border less', (text: string) => text.replace('border-left-width:4px;', '')],
  [
    'no label',
    (text: string) =>
      text.replace(/<!-- wp:paragraph \{"className":"box-title"[\s\S]*?\/wp:paragraph -->\s*/, ''),
  ],
  ['another label', (text: string) => text.replace('<strong>補足</strong>', '<strong>警告</strong>')],
  ['a label less', (text: string) => text.replace('<strong>補足</strong>：', '')],
  [
    'a layout',
    (text: string) => text.replace('"style":{"border"', '"layout":{"type":"flex"},"style":{"border"'),
  ],
  ['another title', (text: string) => text.replace('<strong>b</strong>', '<strong>c</strong>')],
])('%s is an edit', async (_, edit) => {
  const live = await render(':::note[b]\na\n:::\n')
  expect(edit(live)).not.toBe(live)
  expect(sameContent(edit(live), live)).toBe(false)
})

test('a label is in the language of the article, and a title that has it needs no other', async () => {
  const titles = async (markdown: string, language: string): Promise<string[]> => {
    const content = await render(markdown, { siteLanguage: language })
    return [...content.matchAll(/<p class="box-(?:label|title)">(.*?)<\/p>/g)].map(([, text = '']) => text)
  }
  const markdown = ':::note\na\n:::\n\n:::warning[b]\na\n:::\n\n:::warning[Warnings]\na\n:::\n'
  expect(await titles(markdown, 'en-GB')).toEqual([
    '<strong>Note</strong>',
    '<strong>Warning</strong>: <strong>b</strong>',
    '<strong>Warning</strong>: <strong>Warnings</strong>',
  ])
  expect(await titles(markdown, 'ja')).toEqual([
    '<strong>補足</strong>',
    '<strong>注意</strong>：<strong>b</strong>',
    '<strong>注意</strong>：<strong>Warnings</strong>',
  ])
  expect(await titles(':::warning[Warning: b]\na\n:::\n', 'x-klingon')).toEqual([
    '<strong>Warning: b</strong>',
  ])
})

test('every look is easy to read', () => {
  for (const { style } of LOOKS.values()) {
    const { text, background } = style.color
    expect(contrast(text, background)).toBeGreaterThan(12)
    expect(contrast(style.border.left.color, '#ffffff')).toBeGreaterThan(4.5)
    expect(contrast(style.border.left.color, background)).toBeGreaterThan(4)
  }
})
