import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareScenarios, type ScenarioName } from '../helpers/endurance.ts'
import { type Lane, openNativeLane } from '../helpers/lane.ts'
import { type Expected, expectedOf, meddle } from '../helpers/meddling.ts'
import { spread } from '../helpers/seeded.ts'
import { startTrials } from '../helpers/trials.ts'

const NAMES = ['first publish', 'update of all'] as const

const LONG = { timeout: 3_600_000 }

const trials = startTrials()
let lanes: { lane: Lane; expected: ReadonlyMap<ScenarioName, Expected> }[]

beforeAll(async () => {
  lanes = await Promise.all(
    [0, 1].map(async (index) => {
      const lane = await openNativeLane(index)
      const scenarios = await prepareScenarios(lane, NAMES)
      const expected = new Map<ScenarioName, Expected>()
      for (const [name, scenario] of scenarios) expected.set(name, await expectedOf(lane, scenario))
      return { lane, expected }
    }),
  )
}, LONG.timeout)

afterAll(async () => {
  console.log(trials.summary())
  for (const { lane } of lanes) await lane.close()
})

test.each(NAMES)(
  'somebody does something at each request of a %s: it stays, and nothing else is lost',
  LONG,
  async (name) => {
    const requests = Math.min(...lanes.map(({ expected }) => expected.get(name)?.scenario.requests ?? 0))
    expect(requests).toBeGreaterThan(10)
    const problems = await trials.run(
      lanes,
      `by hand, ${name}`,
      Math.ceil(requests / 2),
      async ({ lane, expected }, seeded, index) => {
        const known = expected.get(name)
        if (known === undefined) throw new Error(`${name} was not prepared`)
        return await meddle(lane, known, spread(index, requests), seeded)
      },
    )
    expect(problems).toEqual([])
  },
)
