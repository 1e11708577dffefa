import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { generateProject } from './generate.ts'

/** Runs of each side, in turns, so that a slow moment of the machine hits all of them. */
const ROUNDS = 3

const run = promisify(execFile)

/** Says on the last line of stderr how much memory the process took at the most. */
const TELL_MEMORY = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\n'+process.resourceUsage().maxRSS))`

/** What every check has to do at the least: open and read each file. */
const READ = `import{readdirSync,readFileSync}from'node:fs';for(const name of readdirSync('posts'))readFileSync('posts/'+name)`

interface Sample {
  /** Milliseconds. */
  readonly time: number
  /** Mebibytes. */
  readonly memory: number
}

async function measure(folder: string, args: readonly string[]): Promise<Sample> {
  const start = performance.now()
  const options = { cwd: folder, maxBuffer: 2 ** 28 }
  const { stderr } = await run(process.execPath, ['--import', TELL_MEMORY, ...args], options)
  const memory = Number(stderr.slice(stderr.lastIndexOf('\n') + 1)) / 1024
  return { time: performance.now() - start, memory }
}

function sidesOf(folder: string): Readonly<Record<string, () => Promise<Sample>>> {
  const check = [path.resolve('src/start.mjs'), 'check']
  return {
    'remark-cli, remark-gfm, remark-validate-links': () =>
      measure(folder, [
        path.resolve('node_modules/remark-cli/cli.js'),
        'posts',
        '--quiet',
        '--no-stdout',
        ...['--use', path.resolve('node_modules/remark-gfm/index.js')],
        ...['--use', `${path.resolve('node_modules/remark-validate-links/index.js')}=repository:false`],
      ]),
    'check, cold': async () => {
      await rm(path.join(folder, '.rensai'), { recursive: true, force: true })
      return await measure(folder, check)
    },
    'check, warm': () => measure(folder, check),
    'reading the files': () => measure(folder, ['--input-type=module', '-e', READ]),
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

for (const amount of process.argv.slice(2).map(Number)) {
  const folder = await mkdtemp(path.join(tmpdir(), 'rensai-bench-'))
  await generateProject(folder, amount)
  const sides = sidesOf(folder)
  const samples = new Map<string, Sample[]>(Object.keys(sides).map((name) => [name, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, side] of Object.entries(sides)) samples.get(name)?.push(await side())
  }
  const peer = median([...samples.values()][0]?.map(({ time }) => time) ?? [])
  console.log(`${amount} articles, median of ${ROUNDS} rounds:`)
  for (const [name, all] of samples) {
    const time = median(all.map((sample) => sample.time))
    const memory = median(all.map((sample) => sample.memory))
    const ratio = (peer / time).toFixed(2)
    console.log(
      `  ${name}: ${(time / amount).toFixed(2)} ms per article, ${ratio} times as fast as the peer, ${memory.toFixed(0)} MiB`,
    )
  }
  await rm(folder, { recursive: true, force: true })
}
