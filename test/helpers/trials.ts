import { type Seeded, seededBy } from './seeded.ts'

/** How many times as many trials as usual: `RENSAI_TRIALS=10` for a night. */
const FACTOR = Number(process.env.RENSAI_TRIALS ?? '1')

/** Another seed draws other trials. */
const SEED = Number(process.env.RENSAI_SEED ?? '20261126')

/** One trial alone, as a failure names it. */
const ALONE = process.env.RENSAI_TRIAL

/** What came of a trial. */
export interface Verdict {
  /** A word or two for the summary: how it ended. */
  readonly ended: string
  /** What should not have been; none of it is expected. */
  readonly problems: readonly string[]
}

export interface Trials {
  /**
   * Runs trials, each on whichever lane is free.
   *
   * @param sort what the summary calls them
   * @param usual how many, unless the environment asks for more
   * @returns what went wrong, each with seed and trial
   */
  readonly run: <L>(
    lanes: readonly L[],
    sort: string,
    usual: number,
    trial: (lane: L, seeded: Seeded, index: number) => Promise<Verdict>,
  ) => Promise<string[]>
  /** How many trials of each sort there were, and how they ended. */
  readonly summary: () => string
}

/** Trials that are drawn by a seed, and counted. */
export function startTrials(): Trials {
  const tally = new Map<string, Map<string, number>>()
  return {
    run: async (lanes, sort, usual, trial) => {
      const waiting = ALONE === undefined ? [...Array(Math.ceil(usual * FACTOR)).keys()] : [Number(ALONE)]
      const problems: string[] = []
      const counts = new Map<string, number>()
      tally.set(sort, counts)
      await Promise.all(
        lanes.map(async (lane) => {
          for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
            const verdict = await trial(lane, seededBy(SEED, index), index).catch(
              (error: unknown): Verdict => ({
                ended: 'broken off',
                problems: [error instanceof Error ? String(error.stack) : String(error)],
              }),
            )
            counts.set(verdict.ended, (counts.get(verdict.ended) ?? 0) + 1)
            const place = `${sort}, RENSAI_SEED=${SEED} RENSAI_TRIAL=${index}`
            problems.push(...verdict.problems.map((problem) => `${place}: ${problem}`))
          }
        }),
      )
      return problems
    },
    summary: () =>
      [...tally]
        .map(([sort, counts]) => {
          const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
          const parts = [...counts].map(([ended, count]) => `${ended} ${count}`)
          return `${sort}: ${all} trials; ${parts.sort().join(', ')}`
        })
        .join('\n'),
  }
}
