import { afterAll, beforeAll, expect, test } from 'vitest'
import { endureKill, endureSequence, prepareScenarios, type Scenario } from '../helpers/endurance.ts'
import { type Lane, openEmbeddedLane } from '../helpers/lane.ts'
import { expectedOf, meddle } from '../helpers/meddling.ts'
import { spread } from '../helpers/seeded.ts'
import { startTrials } from '../helpers/trials.ts'

/** The short form of sequences.native.test.ts and meddling.native.test.ts, on two articles. */
const NAMES = ['first publish', 'update of all', 'pull'] as const
const SEQUENCES = 2
const KILLS = 1
const DEEDS = 4

const trials = startTrials()
let lane: Lane
let scenarios: ReadonlyMap<string, Scenario>

beforeAll(async () => {
  lane = await openEmbeddedLane()
  scenarios = await prepareScenarios(lane, NAMES)
})

afterAll(async () => {
  console.log(trials.summary())
  await lane?.close()
})

const named = (name: string): Scenario => {
  const scenario = scenarios.get(name)
  if (scenario === undefined) throw new Error(`${name} was not prepared`)
  return scenario
}

const PUBLISHES = NAMES.filter((name) => name !== 'pull')

test.each(PUBLISHES)('several faults in one %s and in its rerun: all is there once', async (name) => {
  const trial = trials.run([lane], `faults, ${name}`, SEQUENCES, (_, seeded) =>
    endureSequence(lane, named(name), seeded),
  )
  expect(await trial).toEqual([])
})

test.each(NAMES)('killed anywhere, %s converges with its next run', async (name) => {
  const trial = trials.run([lane], `kills, ${name}`, KILLS, (_, seeded) =>
    endureKill(lane, named(name), seeded),
  )
  expect(await trial).toEqual([])
})

test.each(PUBLISHES)(
  'somebody does something at a request of %s: it stays, and nothing else is lost',
  async (name) => {
    const expected = await expectedOf(lane, named(name))
    const trial = trials.run([lane], `by hand, ${name}`, DEEDS, (_, seeded, index) =>
      meddle(lane, expected, spread(index, expected.scenario.requests), seeded),
    )
    expect(await trial).toEqual([])
  },
)
