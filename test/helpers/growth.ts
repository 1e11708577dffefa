import { expect } from 'vitest'

/** How much longer the second of two inputs is than the first. */
const TIMES = 8

/** As far above what linear work takes as below what quadratic work does, which is 64 times as long. */
const MOST = 3 * TIMES

/** Milliseconds of the processor that do not count: collecting garbage, compiling. */
const NOISE = 60

/** Another look at what took long: a busy machine, a cold cache. */
const LOOKS = 4

/**
 * Expects work to take time in proportion to its input. What is compared is the time of the processor, the least of
 * several looks, so that other programs and garbage collection change nothing.
 *
 * @param work with an input `TIMES` as long, or with one
 */
export async function expectLinear(name: string, work: (times: 1 | typeof TIMES) => unknown): Promise<void> {
  let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let look = 0; look < LOOKS; look += 1) {
    short = Math.min(short, await timeOf(() => work(1)))
    long = Math.min(long, await timeOf(() => work(TIMES)))
    if (long <= short * MOST + NOISE) return
  }
  expect.fail(`${name}: ${Math.round(short)} ms grow to ${Math.round(long)} ms, more than ${MOST} times`)
}

/** Milliseconds of the processor in this process. */
async function timeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
