import { expect, test } from 'vitest'
import { rememberLast } from '../../src/standards/remember-last.ts'

test('what was asked last is answered without asking again, and older answers are forgotten', () => {
  const asked: string[] = []
  const answer = rememberLast(2, (text) => {
    asked.push(text)
    return text === '' ? undefined : text.length
  })
  expect(['a', 'a', 'bb', '', '', 'bb', 'a'].map(answer)).toEqual([1, 1, 2, undefined, undefined, 2, 1])
  expect(asked).toEqual(['a', 'bb', '', 'a'])
})
