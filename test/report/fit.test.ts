import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import pc from 'picocolors'
import { expect, test } from 'vitest'
import { fitLines } from '../../src/report/fit.ts'
import { stripColours } from '../helpers/output.ts'

test('a line breaks between words, and what follows it is indented', () => {
  expect(
    fitLines(
      'error wp.config.json:3:14: site: Invalid input: expected object, received undefined.\n  README.md lists every key, its type and its default, and says which are needed.',
      60,
    ),
  ).toBe(`error wp.config.json:3:14: site: Invalid input: expected
  object, received undefined.
  README.md lists every key, its type and its default, and
    says which are needed.`)
})

test.each([
  '  > 12 | 設定を変えたのか、ネットワークが悪いのかと身構えてしまいますが、この番号が指しているのは手元のPCではありません。',
  '┌──────────────────────────────┬─────────┬────────────────────────────────────┐',
  'https://blog.example/%E8%A8%AD%E5%AE%9A%E3%82%92%E5%A4%89%E3%81%88%E3%81%9F%E3%81%AE%E3%81%8B',
])('%s stays as it is', (line) => {
  expect(fitLines(line, 60)).toBe(line)
})

test('a command stays whole, with all that follows it', () => {
  expect(
    fitLines(
      '      to write over it, and to lose what was edited: npm run publish -- --overwrite --only a-slug',
      60,
    ),
  ).toBe(`      to write over it, and to lose what was edited:
        npm run publish -- --overwrite --only a-slug`)
})

test('colours neither move a line nor part a command', () => {
  const { dim } = pc.createColors(true)
  const text = 'one two three four five six seven eight nine ten eleven twelve'
  const [plain, coloured] = [text, dim(text)].map((line) => fitLines(`  ${line}`, 24))
  expect(stripColours(coloured ?? '')).toBe(plain)
})

test('every word is there, whole and in its order, and no line is wider than it has to be', () => {
  const words = fc.array(fc.stringMatching(/^[a-z:/."'漢字]{1,30}$/), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(
      words,
      fc.constantFrom('', '  ', '      '),
      fc.integer({ min: 20, max: 200 }),
      (parts, indent, columns) => {
        const lines = fitLines(indent + parts.join(' '), columns).split('\n')
        expect(lines.join(' ').trim().split(/\s+/)).toEqual(parts)
        for (const line of lines) {
          if (stringWidth(line) > columns) expect(line.trim()).not.toContain(' ')
        }
      },
    ),
  )
})
