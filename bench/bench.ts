import type { OpenNative } from '../test/native/open.ts'
import type { NativeServer } from '../test/native/serve.ts'

/** Something that is measured, in one file of `benches/` and one line of `registry.ts`. */
export interface Bench {
  readonly name: string
  /** For `--list`. */
  readonly about: string
  /** What the size counts, `articles`. */
  readonly unit: string
  /** What a machine with two cores bears in a few minutes. */
  readonly sizes: readonly number[]
  readonly measure: (size: number, context: Context) => Promise<Measured>
}

/** What a bench gets to work with. */
export interface Context {
  /** A folder of its own, empty. */
  readonly folder: string
  /** How often each side runs where sides take turns. */
  readonly rounds: number
  /** `bin.js` of an earlier build to measure in the same run; `undefined` where none was named. */
  readonly before: string | undefined
  /** The native WordPress, emptied; started at the first call. */
  readonly native: () => Promise<Native>
}

/** A native WordPress with what runs it. */
export interface Native {
  readonly server: NativeServer
  readonly site: OpenNative
}

/** What one run took. */
export interface Sample {
  readonly seconds: number
  /** Seconds of all processors together, threads included. */
  readonly cpu?: number | undefined
  /** Megabytes, at the most. */
  readonly memory?: number | undefined
  readonly requests?: number | undefined
  /** Bytes of all answers. */
  readonly received?: number | undefined
}

/** One of those that are compared. */
export interface Side extends Sample {
  readonly name: string
}

/** What the sides say of each other, or of a goal. */
export interface Finding {
  readonly what: string
  readonly value: number
  /** `times`, `s`, `MB`. */
  readonly unit: string
  readonly goal?: { readonly bound: 'at least' | 'at most'; readonly value: number }
}

export interface Measured {
  readonly sides: readonly Side[]
  readonly findings: readonly Finding[]
}

/** True where the goal is reached, `undefined` where there is none. */
export function isReached({ value, goal }: Finding): boolean | undefined {
  if (goal === undefined) return undefined
  return goal.bound === 'at least' ? value >= goal.value : value <= goal.value
}

/**
 * How many times as fast one side is as another.
 *
 * @param goal so many times at least
 */
export function speedup(side: Side, peer: Side, goal?: number): Finding {
  return {
    what: `${side.name} as fast as ${peer.name}`,
    value: peer.seconds / side.seconds,
    unit: 'times',
    ...(goal === undefined ? {} : { goal: { bound: 'at least', value: goal } }),
  }
}

/**
 * How many times as long one side takes as another.
 *
 * @param goal so many times at most
 */
export function slowdown(side: Side, peer: Side, goal?: number): Finding {
  return {
    what: `${side.name} takes the time of ${peer.name}`,
    value: side.seconds / peer.seconds,
    unit: 'times',
    ...(goal === undefined ? {} : { goal: { bound: 'at most', value: goal } }),
  }
}

/**
 * How many times as much of the processors one side takes as another, whoever else works on the machine meanwhile.
 *
 * @param goal so many times at most
 */
export function cpuRatio(side: Side, peer: Side, goal?: number): Finding {
  return {
    what: `${side.name} takes the CPU time of ${peer.name}`,
    value: (side.cpu ?? Number.NaN) / (peer.cpu ?? Number.NaN),
    unit: 'times',
    ...(goal === undefined ? {} : { goal: { bound: 'at most', value: goal } }),
  }
}

/** A value that has to stay below a goal. */
export function atMost(what: string, value: number, unit: string, goal: number): Finding {
  return { what, value, unit, goal: { bound: 'at most', value: goal } }
}

/** The least that each round took: what is more, the machine spent on something else. */
export function leastOf(name: string, samples: readonly Sample[]): Side {
  const least = (key: keyof Sample): number | undefined => {
    const values = samples.flatMap((sample) => sample[key] ?? [])
    return values.length === 0 ? undefined : Math.min(...values)
  }
  return {
    name,
    seconds: least('seconds') ?? Number.NaN,
    cpu: least('cpu'),
    memory: least('memory'),
    requests: least('requests'),
    received: least('received'),
  }
}

/** Runs the sides in turns, so that a slow moment of the machine hits all of them. */
export async function inTurns(
  rounds: number,
  sides: Readonly<Record<string, () => Promise<Sample>>>,
): Promise<Side[]> {
  const samples = new Map<string, Sample[]>(Object.keys(sides).map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(sides)) samples.get(name)?.push(await run())
  }
  return [...samples].map(([name, all]) => leastOf(name, all))
}
