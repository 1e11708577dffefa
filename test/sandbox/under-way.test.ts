import { expect, test } from 'vitest'
import { mayBegin, untilNothingIsUnderWay } from '../../src/sandbox/under-way.ts'

test('what is under way ends before the process does, failed or not, and nothing more begins', async () => {
  const ends: (() => void)[] = []
  const begin = (): Promise<void> =>
    new Promise((resolve, reject) => {
      ends.push(ends.length === 0 ? resolve : () => reject(new Error('failed')))
    })
  expect([mayBegin(begin), mayBegin(begin)]).toEqual([true, true])
  let isOver = false
  const over = untilNothingIsUnderWay().then(() => {
    isOver = true
  })
  expect(mayBegin(begin)).toBe(false)
  ends[0]?.()
  await new Promise(setImmediate)
  expect(isOver).toBe(false)
  ends[1]?.()
  await over
  expect(ends).toHaveLength(2)
})
