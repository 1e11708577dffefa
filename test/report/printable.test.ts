import fc from 'fast-check'
import { expect, test } from 'vitest'
import { address, codeSpan, escapeMarkdown } from '../../src/report/markdown.ts'
import { harmless, oneLine, printable, printableLines } from '../../src/report/printable.ts'
import { toDocument, toReport, withoutLogCommands } from '../../src/report/stream.ts'
import { toJsonDocument } from '../../src/standards/json.ts'

const ESCAPE = '\u001b'

/** Text of letters and of everything that does something where it is shown. */
const strange = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        ...[
          ESCAPE,
          `${ESCAPE}[31m`,
          `${ESCAPE}[8m`,
          `${ESCAPE}]0;x\u0007`,
          '\u009b',
          '\u202e',
          '\u2066',
          '\u2028',
        ],
        ...[
          '\n',
          '\r',
          '\t',
          ' ',
          '::',
          '::stop-commands::x',
          '##[',
          '##vso[',
          '@',
          '#1',
          '|',
          '`',
          '](',
          '\u0000',
        ],
      ),
    ),
  )
  .map((parts) => parts.join(''))

const HARMFUL = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u

test('words for one line hold nothing that does something', () => {
  expect(printable(`a${ESCAPE}[2J\tb\u202ec\nd`)).toBe('a\uFFFD[2J\tb\uFFFDc\uFFFDd')
  expect(oneLine(' a\r\n  b\n\nc ')).toBe('a b c')
  expect(printableLines('a\r\nb\u001b\nc')).toBe('a\nb\uFFFD\nc')
  fc.assert(
    fc.property(strange, (text) => {
      for (const made of [printable(text), oneLine(text), ...printableLines(text).split('\n')]) {
        expect(made.replaceAll('\t', '')).not.toMatch(HARMFUL)
      }
    }),
  )
})

test('a value is made harmless all the way down, and keeps the lines of its texts', () => {
  class Own {
    readonly name = '\u0007'
  }
  const own = new Own()
  const value = {
    title: 'a\nb\u001b',
    content: 'a\nb\u001b',
    list: [{ slug: '\u202e' }],
    byKey: new Map([['k\u0007', { after: 'x\ny', link: 'x\ny' }]]),
    names: new Set(['\u0000']),
    own,
    none: undefined,
    amount: 1,
  }
  expect(harmless(value)).toEqual({
    title: 'a\uFFFDb\uFFFD',
    content: 'a\nb\uFFFD',
    list: [{ slug: '\uFFFD' }],
    byKey: new Map([['k\uFFFD', { after: 'x\ny', link: 'x\uFFFDy' }]]),
    names: new Set(['\uFFFD']),
    own,
    none: undefined,
    amount: 1,
  })
})

const COLOURS = new RegExp(`${ESCAPE}\\[\\d+m`, 'g')

test('a stream carries lines and colours, and no command', () => {
  expect(toReport(`${ESCAPE}[31ma${ESCAPE}[39m${ESCAPE}[2J${ESCAPE}[8m${ESCAPE}[5m${ESCAPE}[38;5;1mb`)).toBe(
    `${ESCAPE}[31ma${ESCAPE}[39m\uFFFD[2J\uFFFD[8m\uFFFD[5m\uFFFD[38;5;1mb`,
  )
  expect(toReport('::stop-commands::x\n  ::error::y\na::b\n##[add-mask]z ##vso[x] ## [')).toBe(
    ':\u200b:stop-commands::x\n  :\u200b:error::y\na::b\n#\u200b#[add-mask]z #\u200b#vso[x] ## [',
  )
  expect(toDocument('::error::ours')).toBe('::error::ours')
  fc.assert(
    fc.property(strange, (text) => {
      for (const made of [toReport(text), toDocument(text)]) {
        expect(made.replace(COLOURS, '').replace(/[\n\t]/g, '')).not.toMatch(HARMFUL)
        expect(made).not.toMatch(/##(\[|vso\[)/)
      }
      expect(toReport(text)).not.toMatch(/^\s*::/m)
      expect(withoutLogCommands(text)).not.toMatch(/^\s*::/m)
    }),
  )
})

test('JSON stays the value that it was, and can be printed as it is', () => {
  fc.assert(
    fc.property(strange, strange, (key, text) => {
      const value = { [`k${key}`]: [text] }
      const made = toJsonDocument(value)
      expect(JSON.parse(made)).toEqual(value)
      expect(toDocument(made)).toBe(made)
    }),
  )
})

test('text in Markdown is no Markdown, mentions nobody and stays in its cell', () => {
  expect(escapeMarkdown('a|b\n<c> @team fixes #12 and GH-7, www.e.example http://e.example')).toBe(
    'a&#124;b &#60;c&#62; &#64;&#8203;team fixes &#35;&#8203;12 and GH-&#8203;7, www&#46;e.example http&#58;//e.example',
  )
  expect(codeSpan('a`b|c\nd')).toBe("`a'b\\|c d`")
  expect(address('https://e.example/a-b?c=%20')).toBe('https://e.example/a-b?c=%20')
  for (const odd of [
    'https://e.example/[x](y)',
    'https://e.example/ @a',
    'javascript:a',
    'https://a@b.example/',
  ]) {
    expect(address(odd)).toBe(`\`${odd}\``)
  }
  fc.assert(
    fc.property(strange, (text) => {
      for (const made of [escapeMarkdown(text), codeSpan(text), address(text)]) {
        expect(made.replaceAll('\\|', '')).not.toMatch(/[\n\r|]/)
      }
      expect(escapeMarkdown(text)).not.toMatch(/[@<>`[\]*_]/)
      expect(codeSpan(text).slice(1, -1)).not.toContain('`')
    }),
  )
})
