import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Lane, Lanes } from '../../src/sync/lanes.ts'

/** Hands in so many acts at the same time; how many were under way when each began, and in which order. */
async function begin(lane: Lane, pace: { requests: number; together: number; writes: number }, acts: number) {
  const lanes = new Lanes({ pace })
  const began: number[] = []
  let open = 0
  let most = 0
  await Promise.all(
    Array.from({ length: acts }, (_, number) =>
      lanes.run(lane, async () => {
        began.push(number)
        open += 1
        most = Math.max(most, open)
        await sleep(number % 3)
        open -= 1
      }),
    ),
  )
  return { began, most }
}

const pace = { requests: 2, together: 5, writes: 10 }

test.each([
  ['posts', 10],
  ['pictures', 2],
  ['terms', 5],
] as const)('of %s so many are under way at once, in their order', async (lane, room) => {
  const { began, most } = await begin(lane, pace, 23)
  expect(most).toBe(room)
  expect(began).toEqual(Array.from({ length: 23 }, (_, number) => number))
})

test('no term is begun before all those of the request before it have ended', async () => {
  const lanes = new Lanes({ pace: { ...pace, together: 3 } })
  const ended: number[] = []
  await Promise.all(
    Array.from({ length: 9 }, (_, number) =>
      lanes.run('terms', async () => {
        expect(ended.length % 3, `${number} begins`).toBe(0)
        await sleep(3 - (number % 3))
        ended.push(number)
      }),
    ),
  )
  expect(ended).toHaveLength(9)
})

test('what fails is told to whoever handed it in, and keeps nothing else back', async () => {
  const lanes = new Lanes({ pace })
  const results = await Promise.allSettled(
    (['posts', 'terms', 'pictures'] as const).flatMap((lane) => [
      lanes.run(lane, async () => Promise.reject(new Error(lane))),
      lanes.run(lane, async () => lane),
    ]),
  )
  expect(results.map(({ status }) => status)).toEqual(
    Array.from({ length: 3 }, () => ['rejected', 'fulfilled']).flat(),
  )
})
