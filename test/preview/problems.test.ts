import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { problemList } from '../../src/preview/panels/problems.ts'

test('errors stand before warnings, each in the order of the file', () => {
  const file = new VFile({ path: 'posts/a.md' })
  const place = (line: number) => ({ place: { line, column: 1 } })
  file.message('first warning', place(1))
  const later = file.message('second error', place(9))
  later.fatal = true
  const error = file.message('first error', place(5))
  error.fatal = true
  file.message('second warning', place(7))
  const texts = textOf(h('div', problemList(file))).match(/(first|second) (error|warning)/g)
  expect(texts).toEqual(['first error', 'second error', 'first warning', 'second warning'])
})
