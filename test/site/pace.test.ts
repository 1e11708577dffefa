import { expect, test } from 'vitest'
import { Pace } from '../../src/site/pace.ts'

/** A host that takes `boot` ms for a request and `each` ms for a write, and works at so many requests at once. */
function work(pace: Pace, host: { boot: number; each: number; workers: number }, rounds: number): void {
  for (let round = 0; round < rounds; round += 1) {
    const { requests, together } = pace
    const slower = Math.max(1, requests / host.workers)
    for (let request = 0; request < requests; request += 1) {
      pace.note(together, (host.boot + host.each * together) * slower)
    }
  }
}

test('a quick host gets as much in a request as it takes, and more requests at once than it has workers by one or two', () => {
  const pace = new Pace(25)
  work(pace, { boot: 15, each: 8, workers: 2 }, 60)
  expect(pace.together).toBe(25)
  expect(pace.requests).toBeGreaterThanOrEqual(2)
  expect(pace.requests).toBeLessThanOrEqual(4)
})

test('a host with many workers gets no more than six requests at once', () => {
  const pace = new Pace(25)
  work(pace, { boot: 15, each: 8, workers: 32 }, 200)
  expect(pace.requests).toBe(6)
})

test('a host that takes a second for a write gets few of them in a request', () => {
  const pace = new Pace(25)
  work(pace, { boot: 100, each: 1_000, workers: 1 }, 60)
  expect(pace.together).toBeLessThanOrEqual(2)
  expect(pace.requests).toBeLessThanOrEqual(2)
})

test('what is refused halves both, and they grow again', () => {
  const pace = new Pace(25)
  work(pace, { boot: 15, each: 8, workers: 4 }, 60)
  const before = { requests: pace.requests, together: pace.together }
  pace.slowDown()
  expect(pace.requests).toBe(Math.max(1, Math.floor(before.requests / 2)))
  expect(pace.together).toBe(13)
  for (let time = 0; time < 10; time += 1) pace.slowDown()
  expect([pace.requests, pace.together, pace.writes]).toEqual([1, 1, 1])
  work(pace, { boot: 15, each: 8, workers: 4 }, 60)
  expect(pace.together).toBe(25)
})

test('a site that takes no batches gets one write in a request, whatever happens', () => {
  const pace = new Pace(25)
  pace.singly()
  work(pace, { boot: 15, each: 8, workers: 2 }, 60)
  expect(pace.together).toBe(1)
  expect(new Pace(1).together).toBe(1)
})
