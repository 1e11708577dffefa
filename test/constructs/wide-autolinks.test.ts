import { expect, test } from 'vitest'
import { renderMarkdown } from '../helpers/render-markdown.ts'

const link = (url: string, text = url): string => `<a href="${url}">${text}</a>`

const A = 'https://e.example/a'
const B = 'http://f.example/b?c=1'

test.each([
  [`${A}。**重要**です`, `${link(A)}。<strong>重要</strong>です`],
  [`（${A}）と「${B}」、\`code\`。`, `（${link(A)}）と「${link(B)}」、<code>code</code>。`],
  [
    `${A}、${B}、www.g.example/d。~~消~~`,
    `${link(A)}、${link(B)}、${link('http://www.g.example/d', 'www.g.example/d')}。<del>消</del>`,
  ],
  [`${A}『[本](${B})』`, `${link(A)}『${link(B, '本')}』`],
  [`${A}ＡＢＣ`, `${link(A)}ＡＢＣ`],
  [`${A}　次`, `${link(A)}　次`],
  [`https://e.example。次`, `${link('https://e.example')}。次`],
  [`${A}.。次`, `${link(A)}.。次`],
  [`**${A}**。*次*`, `<strong>${link(A)}</strong>。<em>次</em>`],
  [`あ${A}）い`, `あ${link(A)}）い`],
  [
    'https://ja.example/wiki/佐々木と〇',
    link(
      'https://ja.example/wiki/%E4%BD%90%E3%80%85%E6%9C%A8%E3%81%A8%E3%80%87',
      'https://ja.example/wiki/佐々木と〇',
    ),
  ],
  ['<https://e.example/a、b>', link('https://e.example/a%E3%80%81b', 'https://e.example/a、b')],
  ['&#104;ttps://e.example/a、b', `${link(A)}、b`],
  ['https:。www。http://。', 'https:。www。http://。'],
  ['a@e.example、b', `${link('mailto:a@e.example', 'a@e.example')}、b`],
])('%s', async (markdown, html) => {
  const [post] = await renderMarkdown([markdown], { format: 'html' })
  expect(post?.content).toBe(`<p>${html}</p>`)
})

test('a note behind an address is a note', async () => {
  const [post] = await renderMarkdown([`${A}。[^1] と ${A}、[^1]\n\n[^1]: 注`], { format: 'html' })
  expect(post?.content.match(/<sup>/g)).toHaveLength(2)
  expect(post?.content).toContain(`${link(A)}。<sup>`)
})
