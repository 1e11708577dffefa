import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  endureKill,
  endureSequence,
  prepareScenarios,
  type Scenario,
  type ScenarioName,
} from '../helpers/endurance.ts'
import { type Lane, openNativeLane } from '../helpers/lane.ts'
import { startTrials } from '../helpers/trials.ts'

/** How many trials there are of each sort, unless RENSAI_TRIALS asks for more. */
const SEQUENCES = 4
const KILLS = 2

const LONG = { timeout: 3_600_000 }

const trials = startTrials()
let lanes: { lane: Lane; scenarios: ReadonlyMap<ScenarioName, Scenario> }[]

beforeAll(async () => {
  lanes = await Promise.all(
    [0, 1].map(async (index) => {
      const lane = await openNativeLane(index)
      return { lane, scenarios: await prepareScenarios(lane) }
    }),
  )
}, LONG.timeout)

afterAll(async () => {
  console.log(trials.summary())
  for (const { lane } of lanes) await lane.close()
})

const found = (scenarios: ReadonlyMap<ScenarioName, Scenario>, name: ScenarioName): Scenario => {
  const scenario = scenarios.get(name)
  if (scenario === undefined) throw new Error(`${name} was not prepared`)
  return scenario
}

test.each<ScenarioName>(['first publish', 'update of all'])(
  'several faults in one %s and in its rerun: all is there once',
  LONG,
  async (name) => {
    const problems = await trials.run(lanes, `faults, ${name}`, SEQUENCES, ({ lane, scenarios }, seeded) =>
      endureSequence(lane, found(scenarios, name), seeded),
    )
    expect(problems).toEqual([])
  },
)

test.each<ScenarioName>(['first publish', 'update of all', 'prune', 'pull', 'rollback'])(
  'killed anywhere, %s converges with its next run',
  LONG,
  async (name) => {
    const problems = await trials.run(lanes, `kills, ${name}`, KILLS, ({ lane, scenarios }, seeded) =>
      endureKill(lane, found(scenarios, name), seeded),
    )
    expect(problems).toEqual([])
  },
)
