import { expect, test } from 'vitest'
import type { FieldName } from '../../src/fields/registry.ts'
import { fieldToLines } from '../../src/report/post-text.ts'
import { stripColours } from '../helpers/output.ts'

test.each([
  ['excerpt', ['      excerpt       - 前の抜粋', '                    + 後の抜粋']],
  ['featured_image', ['      featured_image - 前の抜粋', '                     + 後の抜粋']],
] as const)('a blank stands between the name of %s and the sign', (label, lines) => {
  const name: FieldName = label === 'excerpt' ? 'excerpt' : 'featuredMedia'
  const told = fieldToLines({ name, before: '前の抜粋', after: '後の抜粋' }, { html: false })
  expect(told.map(stripColours)).toEqual(lines)
})
