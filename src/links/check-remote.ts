import { setMaxListeners } from 'node:events'
import type { Config } from '../config/types.ts'
import { isInShard, type Shard } from '../shard.ts'
import { type ExternalAddress, listExternalAddresses } from './external/addresses.ts'
import { openProbeCache, type ProbeCache } from './external/cache.ts'
import { probe, type Tools } from './external/probe.ts'
import { reportResult } from './external/report.ts'
import { createRequester } from './external/request.ts'
import type { ProbeResult } from './external/result.ts'
import { createSchedule } from './external/schedule.ts'
import type { LinkGraph } from './graph.ts'

/** How many addresses came to what; `cached` of them were known from an earlier run. */
export interface RemoteSummary extends Readonly<Record<ProbeResult['kind'], number>> {
  readonly cached: number
}

/**
 * Probes every address outside the folder that an article links to, each once, and reports on the links.
 *
 * The limits and what may be asked are those of `externalLinks.check` in the configuration. Answers are kept
 * in `.rensai/` beside wp.config.json.
 *
 * @param shard the part of the run that this is: it asks its hosts and no other, so that each is asked at its own pace by
 *   one; one that hosts of several parts lead on to is asked by several
 * @param onProgress is told after each address how many of how many are done
 */
export async function checkRemote(
  graph: LinkGraph,
  config: Config,
  shard?: Shard,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<RemoteSummary> {
  const addresses = listExternalAddresses(graph, config).filter(({ url }) => isInShard(url.host, shard))
  const { maxAgeHours, runSeconds } = config.externalLinks.check
  const cache = openProbeCache(config, maxAgeHours * 3_600_000, Date.now(), shard)
  const requester = createRequester({
    allowAddresses: config.externalLinks.check.allowAddresses,
    userAgent: `Mozilla/5.0 (compatible; rensai check; +${config.site.url})`,
  })
  const run = new AbortController()
  // Every request listens to this one signal; Node takes more than ten listeners for a leak and says so.
  setMaxListeners(0, run.signal)
  const timer = setTimeout(() => run.abort(), runSeconds * 1000)
  const tools: Tools = { requester, schedule: createSchedule(config.externalLinks.check), signal: run.signal }
  const summary = { ok: 0, down: 0, refused: 0, unreachable: 0, private: 0, cached: 0 }
  let done = 0
  try {
    const results = await Promise.all(
      addresses.map(async (address) => {
        const found = await find(address, cache, config, tools)
        summary[found.result.kind] += 1
        if (found.cached) summary.cached += 1
        done += 1
        onProgress(done, addresses.length)
        return found.result
      }),
    )
    // In the order of the articles, whichever site answered first.
    addresses.forEach((address, index) => {
      const result = results[index]
      if (result !== undefined) reportResult(address, result, config)
    })
  } finally {
    clearTimeout(timer)
    requester.close()
    if (addresses.length > 0 && maxAgeHours > 0) cache.save()
  }
  return summary
}

async function find(
  { url, fragments }: ExternalAddress,
  cache: ProbeCache,
  config: Config,
  tools: Tools,
): Promise<{ result: ProbeResult; cached: boolean }> {
  const known = cache.get(url.href, fragments)
  if (known !== undefined) return { result: known, cached: true }
  const { retries, timeoutSeconds } = config.externalLinks.check
  const result = await probe(url, fragments, { retries, timeoutMs: timeoutSeconds * 1000 }, tools)
  cache.set(url.href, result)
  return { result, cached: false }
}
