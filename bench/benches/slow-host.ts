import path from 'node:path'
import { atMost, type Bench, type Sample, type Side, slowdown } from '../bench.ts'
import { runNode } from '../setup/node-process.ts'
import { writePublishable } from '../setup/publishable.ts'
import { BIN, environmentOf } from '../setup/rensai.ts'
import { startSlowHost } from '../setup/slow-host.ts'

const LIMITS = { latency: 100, workers: 2, rate: 5 }

/** Requests at once that are tried. */
const FIXED = [1, 2, 3, 4, 6]

/** So many runs are enough for a host that only lets us wait. */
const MOST_RUNS = 3

/** How it ended: a run that leaves nothing to be done is the last. */
interface Ended {
  readonly sample: Sample
  /** Changes that a run did not make. */
  readonly failed: number
  readonly refused: number
}

/** New articles on a host with 100 ms a request, two processes of PHP, and 429 above five requests a second, against fixed numbers of requests at once. */
export const slowHost: Bench = {
  name: 'slow-host',
  about: 'new articles on a slow host that refuses what comes too fast',
  unit: 'articles',
  sizes: [100],
  measure: async (articles, { folder, before, native }) => {
    const wordpress = await native()
    const host = await startSlowHost(wordpress, LIMITS)
    const converge = async (name: string, bin: string, pace?: number): Promise<Ended> => {
      const config = await writePublishable(path.join(folder, name), { articles, links: 'back' })
      await wordpress.site.reset()
      host.take()
      const env = {
        ...environmentOf({ ...wordpress.site, url: host.url }),
        ...(pace === undefined ? {} : { PACE: String(pace) }),
      }
      const hook = pace === undefined ? [] : ['--import', path.resolve('bench/peers/fixed-pace.js')]
      const args = [...hook, bin, 'publish', '--json', '--create-categories', '--config', config]
      let [seconds, failed] = [0, 0]
      for (let runs = 1; ; runs += 1) {
        const { sample, stdout } = await runNode(args, { env, codes: [0, 1, 3, 4] })
        const left = countFailed(stdout)
        seconds += sample.seconds
        failed += left
        if (left === 0) break
        if (runs === MOST_RUNS) throw new Error(`${name} leaves ${left} changes after ${runs} runs.`)
      }
      const exchanges = host.take()
      return {
        sample: {
          seconds,
          requests: exchanges.length,
          received: exchanges.reduce((sum, { received }) => sum + received, 0),
        },
        failed,
        refused: exchanges.filter(({ status }) => status === 429).length,
      }
    }
    try {
      const own = await converge('Rensai', BIN)
      const sides: Side[] = [{ name: 'Rensai', ...own.sample }]
      for (const pace of FIXED) {
        const name = `${pace} at once`
        sides.push({ name, ...(await converge(name, BIN, pace)).sample })
      }
      if (before !== undefined) sides.push({ name: 'before', ...(await converge('before', before)).sample })
      const [rensai, ...fixed] = sides as [Side, ...Side[]]
      const [best] = fixed.slice(0, FIXED.length).sort((a, b) => a.seconds - b.seconds)
      return {
        sides,
        findings: [
          atMost('changes that a run did not make', own.failed, '', 0),
          { what: 'requests that were refused', value: own.refused, unit: '' },
          ...(best === undefined ? [] : [slowdown(rensai, { ...best, name: `the best, ${best.name}` }, 1.2)]),
        ],
      }
    } finally {
      await host.close()
    }
  },
}

function countFailed(stdout: string): number {
  // A run that could not even read the site prints nothing.
  if (stdout.trim() === '') return 1
  const { outcomes } = JSON.parse(stdout) as { outcomes: readonly { readonly status: string }[] }
  return outcomes.filter(({ status }) => status !== 'applied').length
}
