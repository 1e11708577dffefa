import { expect, test } from 'vitest'
import { messagesOf } from '../../helpers/findings.ts'
import { expectLinear } from '../../helpers/growth.ts'

test.each([
  ['［a］（/', 'a'],
  ['', '［a］（/b '],
  ['<div>\n', '<T>'],
  ['<div>\n[a](', 'a.a'],
  ['<div>\n|', ' '],
  ['', '#あ\n'],
])('what begins with %j and goes on with %j is judged in proportion', async (before, piece) => {
  const judge = (times: number) => messagesOf('raw-html-element', before + piece.repeat(500 * times))
  expect(judge(1)).toBeDefined()
  await expectLinear(`${before}${piece}`, judge)
})
