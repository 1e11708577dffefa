import { rm } from 'node:fs/promises'
import path from 'node:path'
import { type Bench, inTurns, type Sample, type Side, slowdown, speedup } from '../bench.ts'
import { generateProject } from '../generate.ts'
import { runNode } from '../setup/node-process.ts'
import { BIN } from '../setup/rensai.ts'

/** What every check has to do at the least: open and read each file. */
const READ = `import{readdirSync,readFileSync}from'node:fs';for(const name of readdirSync('posts'))readFileSync('posts/'+name)`

const installed = (name: string): string => path.resolve('node_modules', name, 'index.js')

/** Checking a folder with nothing kept from an earlier run (cold) and with all of it (warm), against remark-cli. */
export const check: Bench = {
  name: 'check',
  about: 'checking a folder, cold and warm',
  unit: 'articles',
  sizes: [1_000],
  measure: async (articles, { folder, rounds }) => {
    await generateProject(folder, articles)
    const sides = await inTurns(rounds, {
      'remark-cli, remark-gfm, remark-validate-links': () =>
        run(folder, [
          path.resolve('node_modules/remark-cli/cli.js'),
          'posts',
          '--quiet',
          '--no-stdout',
          ...['--use', installed('remark-gfm')],
          ...['--use', `${installed('remark-validate-links')}=repository:false`],
        ]),
      'check, cold': () => checkCold(folder),
      'check, warm': () => run(folder, [BIN, 'check']),
      'reading the files': () => run(folder, ['--input-type=module', '-e', READ]),
    })
    const [remark, cold, warm, reading] = sides as [Side, Side, Side, Side]
    return {
      sides,
      findings: [speedup(cold, remark), speedup(warm, remark), speedup(warm, cold), slowdown(warm, reading)],
    }
  },
}

async function checkCold(folder: string): Promise<Sample> {
  for (const kept of ['digests', 'pictures']) {
    await rm(path.join(folder, '.rensai', kept), { recursive: true, force: true })
  }
  return await run(folder, [BIN, 'check'])
}

async function run(folder: string, args: readonly string[]): Promise<Sample> {
  return (await runNode(args, { cwd: folder })).sample
}
