import path from 'node:path'
import { atMost, type Bench, inTurns, type Sample, type Side, slowdown } from '../bench.ts'
import { runNode } from '../setup/node-process.ts'
import { writePublishable } from '../setup/publishable.ts'
import type { Exchange } from '../setup/recording-proxy.ts'
import { BIN, environmentOf } from '../setup/rensai.ts'
import { startSlowHost } from '../setup/slow-host.ts'

const LIMITS = { latency: 100, workers: 2, rate: 5 }

/** Requests at once that are tried. */
const FIXED = [1, 2, 3, 4, 6]

/** So many runs are enough for a host that only lets us wait. */
const MOST_RUNS = 3

/**
 * New articles on a host with 100 ms a request, two processes of PHP, and 429 above five requests a second, against fixed
 * numbers of requests at once. The time is that from the first request to the last answer, since what goes before is the
 * same for all.
 */
export const slowHost: Bench = {
  name: 'slow-host',
  about: 'new articles on a slow host that refuses what comes too fast',
  unit: 'articles',
  sizes: [100],
  measure: async (articles, { folder, rounds, before, native }) => {
    const wordpress = await native()
    const host = await startSlowHost(wordpress, LIMITS)
    let [projects, failed, refused] = [0, 0, 0]
    /** Publishes until nothing is left to be done. */
    const converge = async (bin: string, pace?: number): Promise<Sample> => {
      projects += 1
      const config = await writePublishable(path.join(folder, String(projects)), { articles, links: 'back' })
      await wordpress.site.reset()
      const env = {
        ...environmentOf({ ...wordpress.site, url: host.url }),
        ...(pace === undefined ? {} : { PACE: String(pace) }),
      }
      const hook = pace === undefined ? [] : ['--import', path.resolve('bench/peers/fixed-pace.js')]
      const args = [...hook, bin, 'publish', '--json', '--create-categories', '--config', config]
      let sample: Sample = { seconds: 0, requests: 0, received: 0 }
      for (let runs = 1; ; runs += 1) {
        host.take()
        const { stdout } = await runNode(args, { env, codes: [0, 1, 3, 4] })
        const exchanges = host.take()
        sample = sum(sample, exchanges)
        const left = countFailed(stdout)
        if (bin === BIN && pace === undefined) {
          failed += left
          refused += exchanges.filter(({ status }) => status === 429).length
        }
        if (left === 0) return sample
        if (runs === MOST_RUNS) throw new Error(`${left} changes are left after ${runs} runs.`)
      }
    }
    try {
      const sides = await inTurns(rounds, {
        Rensai: () => converge(BIN),
        ...Object.fromEntries(FIXED.map((pace) => [`${pace} at once`, () => converge(BIN, pace)])),
      })
      const [rensai, ...fixed] = sides as [Side, Side, ...Side[]]
      const best = fixed.reduce((least, side) => (side.seconds < least.seconds ? side : least))
      const earlier = before === undefined ? [] : [{ name: 'before', ...(await converge(before)) }]
      return {
        sides: [...sides, ...earlier],
        findings: [
          atMost('changes that a run did not make', failed, '', 0),
          { what: 'requests that were refused', value: refused, unit: '' },
          slowdown(rensai, { ...best, name: `the best, ${best.name}` }, 1.2),
        ],
      }
    } finally {
      await host.close()
    }
  },
}

/** Adds a run, from its first request to its last answer. */
function sum({ seconds, requests = 0, received = 0 }: Sample, exchanges: readonly Exchange[]): Sample {
  const start = Math.min(...exchanges.map((exchange) => exchange.start))
  const end = Math.max(...exchanges.map((exchange) => exchange.end))
  return {
    seconds: seconds + Math.max(0, end - start) / 1000,
    requests: requests + exchanges.length,
    received: exchanges.reduce((bytes, exchange) => bytes + exchange.received, received),
  }
}

function countFailed(stdout: string): number {
  // A run that could not even read the site prints nothing.
  if (stdout.trim() === '') return 1
  const { outcomes } = JSON.parse(stdout) as { outcomes: readonly { readonly status: string }[] }
  return outcomes.filter(({ status }) => status !== 'applied').length
}
