import fc from 'fast-check'
import pc from 'picocolors'
import { expect, test } from 'vitest'
import { wrap } from '../../src/report/wrap.ts'
import { stripColours } from '../helpers/output.ts'

const { dim } = pc.createColors(true)

test('coloured text breaks where plain text does, and no line begins or ends with a blank of the text', () => {
  const words = fc.array(fc.stringMatching(/^[a-z,。漢]{1,12}$/), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join(' ')
      const lines = wrap(text, '- ', '  ')
      expect(wrap(dim(text), '- ', '  ').map(stripColours)).toEqual(lines)
      for (const line of lines) expect(line.slice(2)).toMatch(/^\S.*\S$|^\S$/)
      expect(lines.map((line) => line.slice(2)).join(' ')).toBe(text)
    }),
  )
})
