import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { validateBlocks } from '../helpers/editor.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'

const piece = fc.constantFrom(
  ...[
    'a',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '  ',
    '\t',
    '日本',
    '&',
    '<',
    '>',
    '"',
    "'",
    '[',
    ']',
    '[gallery]',
    '&amp;',
  ],
  ...[
    'https://e.example/x',
    'const ',
    '`',
    '${',
    '}',
    '/*',
    '*/',
    '//',
    '--',
    '\\',
    '\u00A0',
    '\u3000',
    '😀',
    '<b>',
  ],
  ...['// [!code ++]\n', '# [!code --:2]\n', '{/* [!code hl] */}\n', '// highlight-start\n'],
)
const code = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''))
const meta = fc.constantFrom(
  '',
  'showLineNumbers',
  'showLineNumbers{99} {1,3-4}',
  'title="<b> & [x]"',
  '{1-9}',
)
const language = fc.constantFrom('', 'ts', 'ts:a/b.ts', 'html', 'python', 'diff', 'c++', '日本', '"<', 'ansi')
const highlight = fc.constantFrom('none' as const, 'class' as const, 'shiki' as const)

test('any code becomes blocks that the editor keeps as they are', async () => {
  await fc.assert(
    fc.asyncProperty(code, meta, language, highlight, async (text, info, lang, mode) => {
      const markdown = `~~~~~~ ${lang} ${info}\n${text}\n~~~~~~\n`
      const [post] = await renderMarkdown([markdown], { highlight: mode })
      expect(await validateBlocks(post?.content ?? '')).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('code without marks is shown as it stands, in every mode and format', async () => {
  const plain = code.filter((text) => !/!code|highlight-/.test(text) && text.trim() !== '')
  await fc.assert(
    fc.asyncProperty(plain, language, highlight, async (text, lang, mode) => {
      for (const format of ['blocks', 'html'] as const) {
        const [post] = await renderMarkdown([`~~~~~~ ${lang}\n${text}\n~~~~~~\n`], {
          highlight: mode,
          format,
        })
        const shown = JSDOM.fragment(post?.content ?? '').querySelector('pre')?.textContent ?? ''
        const expected = text.replace(/\r\n?/g, '\n')
        expect(shown).toBe(format === 'blocks' ? expected : `${expected}\n`)
      }
    }),
    { numRuns: 100 },
  )
})
