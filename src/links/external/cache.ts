import * as z from 'zod'
import type { Config } from '../../config/types.ts'
import { readKeptFile, writeKeptFile } from '../../kept-files.ts'
import { spokenLanguage } from '../../language/language.ts'
import { type Shard, suffixOf } from '../../shard.ts'
import { own } from '../../standards/own.ts'
import type { ProbeResult } from './result.ts'

/** Of a run in parts each has a file of its own. */
const nameOf = (shard: Shard | undefined): string => `external-links${suffixOf(shard)}.json`

/** What was learnt about external addresses in earlier runs. */
export interface ProbeCache {
  /** A result young enough that knows about all the fragments; `undefined` where there is none. */
  readonly get: (url: string, fragments: readonly string[]) => ProbeResult | undefined
  readonly set: (url: string, result: ProbeResult) => void
  readonly save: () => void
}

const entry = z.object({
  /** Milliseconds since 1970. */
  checkedAt: z.number(),
  result: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('ok'),
      redirects: z.array(z.object({ status: z.number(), to: z.string() })),
      fragments: z.record(z.string(), z.enum(['found', 'missing', 'unknown'])),
    }),
    z.object({ kind: z.literal('refused'), reason: z.string() }),
  ]),
})

const cacheFile = z.object({
  version: z.literal(1),
  /** Of the reasons; a file of an older version names none. */
  language: z.string().optional(),
  entries: z.record(z.string(), entry),
})

type Entries = z.output<typeof cacheFile>['entries']

/**
 * Opens the cache of a project.
 *
 * Only answers are kept: what was down or out of reach is asked anew, so that a repair shows at once. A file
 * that cannot be read counts as empty.
 *
 * @param maxAgeMs older results do not count; 0 switches the cache off
 * @param now milliseconds since 1970
 * @param shard the part of the run that this is; what whole runs learnt is known to it, too
 */
export function openProbeCache(config: Config, maxAgeMs: number, now: number, shard?: Shard): ProbeCache {
  const entries: Entries = Object.fromEntries(
    [...(shard === undefined ? [] : readEntries(config, undefined)), ...readEntries(config, shard)].filter(
      ([, { checkedAt }]) => now - checkedAt < maxAgeMs,
    ),
  )
  return {
    get: (url, fragments) => {
      const result = own(entries, url)?.result
      if (result?.kind !== 'ok') return result
      return fragments.every((fragment) => Object.hasOwn(result.fragments, fragment)) ? result : undefined
    },
    set: (url, result) => {
      if (result.kind === 'ok' || result.kind === 'refused') {
        entries[url] = { checkedAt: now, result: structuredClone(result) as Entries[string]['result'] }
      }
    },
    save: () => writeKeptFile(config, nameOf(shard), { version: 1, language: spokenLanguage(), entries }),
  }
}

function readEntries(config: Config, shard: Shard | undefined): [string, Entries[string]][] {
  const parsed = cacheFile.safeParse(readKeptFile(config, nameOf(shard)))
  if (!parsed.success) return []
  const { language, entries } = parsed.data
  // A reason cannot be said in another language afterwards, so that address is asked anew.
  return Object.entries(entries).filter(
    ([, { result }]) => result.kind === 'ok' || language === spokenLanguage(),
  )
}
