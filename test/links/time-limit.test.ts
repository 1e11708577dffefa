import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { withinTime } from '../../src/links/external/time-limit.ts'

function untilAborted(signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve('aborted'))
  })
}

test('ends when the time is up, also while memory is being cleaned', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const cleaning = setInterval(collect, 20)
  try {
    const run = new AbortController()
    const all = Array.from({ length: 20 }, () => withinTime(200, run.signal, untilAborted))
    expect(new Set(await Promise.all(all))).toEqual(new Set(['aborted']))
  } finally {
    clearInterval(cleaning)
  }
})

test('ends with the run, whether it has ended already or ends later', async () => {
  const run = new AbortController()
  const waiting = withinTime(60_000, run.signal, untilAborted)
  run.abort()
  expect(await waiting).toBe('aborted')
  expect(await withinTime(60_000, run.signal, async (signal) => signal.aborted)).toBe(true)
})
