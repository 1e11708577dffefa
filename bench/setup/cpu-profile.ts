import { readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** What V8 writes with `node --cpu-prof`, as far as it is read here. */
interface CpuProfile {
  readonly nodes: readonly ProfileNode[]
  readonly samples: readonly number[]
  /** Microseconds. */
  readonly timeDeltas: readonly number[]
}

interface ProfileNode {
  readonly id: number
  readonly children?: readonly number[]
  readonly callFrame: {
    readonly functionName: string
    readonly url: string
    readonly lineNumber: number
    readonly columnNumber: number
  }
}

/** Milliseconds by what spent them. */
export type Costs = ReadonlyMap<string, number>

export interface Profile {
  /** Milliseconds in which something ran. */
  readonly busy: number
  readonly idle: number
  /** By room of `src/`, package, or what the engine does, without what they call. */
  readonly rooms: Costs
  /** By function, without what it calls. */
  readonly own: Costs
  /** By function, with all that it calls. */
  readonly whole: Costs
}

/** Reads a profile of a build; source maps tell where in `src/` a function stands. */
export function readProfile(file: string): Profile {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as CpuProfile
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const times = new Map<number, number>()
  for (const [index, id] of samples.entries()) add(times, id, (timeDeltas[index] ?? 0) / 1000)
  const [rooms, own, whole] = [0, 1, 2].map(() => new Map<string, number>()) as [Counts, Counts, Counts]
  const placeOf = locator()
  const walk = (id: number, callers: ReadonlySet<string>): number => {
    const node = byId.get(id)
    if (node === undefined) return 0
    const { name, room } = placeOf(node)
    const time = times.get(id) ?? 0
    const inside = new Set([...callers, name])
    let total = time
    for (const child of node.children ?? []) total += walk(child, inside)
    add(rooms, room, time)
    add(own, name, time)
    // Of a function that calls itself only the outermost call counts.
    if (!callers.has(name)) add(whole, name, total)
    return total
  }
  const total = walk(nodes[0]?.id ?? 0, new Set())
  const idle = rooms.get(IDLE) ?? 0
  for (const costs of [rooms, own, whole]) for (const name of [IDLE, ROOT]) costs.delete(name)
  return { busy: total - idle, idle, rooms, own, whole }
}

const IDLE = '(idle)'
const ROOT = '(root)'

type Counts = Map<string, number>

function add<K>(counts: Map<K, number>, key: K, value: number): void {
  counts.set(key, (counts.get(key) ?? 0) + value)
}

interface Place {
  readonly name: string
  readonly room: string
}

function locator(): (node: ProfileNode) => Place {
  const maps = new Map<string, SourceMap | undefined>()
  return ({ callFrame: { functionName, url, lineNumber, columnNumber } }) => {
    const called = functionName === '' ? '(anonymous)' : functionName
    if (!url.startsWith('file:'))
      return { name: url === '' ? called : `${url} ${called}`, room: url === '' ? called : 'node' }
    const file = fileURLToPath(url)
    if (!maps.has(file)) maps.set(file, readSourceMap(file))
    const entry = maps.get(file)?.findEntry(lineNumber, columnNumber)
    const isMapped = entry !== undefined && 'originalSource' in entry
    const source = path.relative(
      '.',
      isMapped ? path.resolve(path.dirname(file), entry.originalSource) : file,
    )
    const line = (isMapped ? entry.originalLine : lineNumber) + 1
    return { name: `${source}:${line} ${called}`, room: roomOf(source) }
  }
}

function readSourceMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload)
  } catch {
    return undefined
  }
}

/** `src/sync`, or the name of a package. */
function roomOf(source: string): string {
  const [, inside] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? []
  return inside ?? source.split('/').slice(0, 2).join('/')
}
