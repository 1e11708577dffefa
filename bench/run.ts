import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import '../build.mjs'
import type { Context } from './bench.ts'
import { BENCHES } from './registry.ts'
import { lazyNative } from './setup/native.ts'
import { type Result, toTables } from './table.ts'

/**
 * `npm run bench`: measures all that `registry.ts` lists, or what is named, against peers in the same run.
 *
 *     npm run bench -- publish terms --size 200 --before ../older/dist/bin.js --json results.json
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** In place of the sizes of each bench; may be given more than once. */
    size: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '3' },
    /** An earlier build to measure in the same run. */
    before: { type: 'string' },
    /** Where the results go as JSON. */
    json: { type: 'string' },
    /** The suite of Debian whose WordPress it is; 7.1 in November 2026. */
    suite: { type: 'string', default: 'sid' },
    list: { type: 'boolean', default: false },
  },
})

if (values.list)
  for (const { name, sizes, unit, about } of BENCHES) console.log(describe(name, sizes, unit, about))
else await measureAll()

function describe(name: string, sizes: readonly number[], unit: string, about: string): string {
  return `${name.padEnd(14)} ${about} (${sizes.join(', ')} ${unit})`
}

async function measureAll(): Promise<void> {
  const unknown = positionals.filter((name) => BENCHES.every((bench) => bench.name !== name))
  if (unknown.length > 0) throw new Error(`There is no bench ${unknown.join(', ')}; --list names them.`)
  const native = lazyNative(values.suite)
  const results: Result[] = []
  try {
    for (const { name, sizes, unit, measure } of BENCHES) {
      if (positionals.length > 0 && !positionals.includes(name)) continue
      for (const size of values.size?.map(Number) ?? sizes) {
        const folder = await mkdtemp(path.join(tmpdir(), 'rensai-bench-'))
        const context: Context = {
          folder,
          rounds: Number(values.rounds),
          before: values.before === undefined ? undefined : path.resolve(values.before),
          native: native.open,
        }
        try {
          const result = { bench: name, size, unit, ...(await measure(size, context)) }
          results.push(result)
          console.log(toTables(result))
          if (values.json !== undefined) await writeFile(values.json, toJson(results))
        } finally {
          await rm(folder, { recursive: true, force: true })
        }
      }
    }
  } finally {
    await native.stop()
  }
}

/** With what somebody has to know who compares two files; the load says how busy the machine was with others. */
function toJson(results: readonly Result[]): string {
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim()
  const machine = { processors: availableParallelism(), model: cpus()[0]?.model, load: loadavg() }
  const head = { date: new Date().toISOString(), commit, node: process.version, machine }
  return `${JSON.stringify({ ...head, results }, undefined, 2)}\n`
}
