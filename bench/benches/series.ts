import { rm } from 'node:fs/promises'
import path from 'node:path'
import { type Bench, inTurns, type Sample, type Side, slowdown } from '../bench.ts'
import { runNode } from '../setup/node-process.ts'
import { BIN } from '../setup/rensai.ts'

/** What everything made of unified loads. */
const PIPELINE = ['unified', 'remark-parse', 'remark-gfm', 'remark-rehype', 'rehype-stringify']

/** Checking the series of this repository, of which most is starting, against merely importing unified. */
export const series: Bench = {
  name: 'series',
  about: 'checking the series of this repository',
  unit: 'series',
  sizes: [1],
  measure: async (_, { rounds }) => {
    const imports = PIPELINE.map((name) => `import '${path.resolve('node_modules', name, 'index.js')}';`)
    const run = async (args: readonly string[]): Promise<Sample> => (await runNode(args)).sample
    const sides = await inTurns(rounds, {
      'importing unified with remark and rehype': () => run(['--input-type=module', '-e', imports.join('')]),
      'check, cold': async () => {
        for (const kept of ['digests', 'pictures']) {
          await rm(path.join('.rensai', kept), { recursive: true, force: true })
        }
        return await run([BIN, 'check'])
      },
      'check, warm': () => run([BIN, 'check']),
    })
    const [importing, cold, warm] = sides as [Side, Side, Side]
    return { sides, findings: [slowdown(cold, importing), slowdown(warm, importing)] }
  },
}
