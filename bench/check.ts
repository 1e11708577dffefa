import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import '../build.mjs'
import { generateProject } from './generate.ts'

/** Runs of each side, in turns, so that a slow moment of the machine hits all of them; the least counts. */
const ROUNDS = 3

const run = promisify(execFile)

/** Says on the last line of stderr what the process took, threads included. */
const TELL = `data:text/javascript,process.on('exit',()=>{const{userCPUTime,systemCPUTime,maxRSS}=process.resourceUsage();process.stderr.write('\\n'+[userCPUTime+systemCPUTime,maxRSS].join(' '))})`

/** What every check has to do at the least: open and read each file. */
const READ = `import{readdirSync,readFileSync}from'node:fs';for(const name of readdirSync('posts'))readFileSync('posts/'+name)`

/** What everything made of unified loads. */
const PIPELINE = ['unified', 'remark-parse', 'remark-gfm', 'remark-rehype', 'rehype-stringify']

interface Sample {
  /** Milliseconds on the clock. */
  readonly time: number
  /** Milliseconds of all processors together. */
  readonly cpu: number
  /** Mebibytes, at the most. */
  readonly memory: number
}

type Sides = Readonly<Record<string, () => Promise<Sample>>>

async function measure(folder: string, args: readonly string[]): Promise<Sample> {
  const start = performance.now()
  const options = { cwd: folder, maxBuffer: 2 ** 28 }
  const { stderr } = await run(process.execPath, ['--import', TELL, ...args], options)
  const time = performance.now() - start
  const [cpu = 0, memory = 0] = stderr
    .slice(stderr.lastIndexOf('\n') + 1)
    .split(' ')
    .map(Number)
  return { time, cpu: cpu / 1000, memory: memory / 1024 }
}

const installed = (name: string): string => path.resolve('node_modules', name, 'index.js')

function checks(folder: string): Sides {
  const check = [path.resolve('dist/bin.js'), 'check']
  return {
    'check, cold': async () => {
      for (const kept of ['digests', 'pictures']) {
        await rm(path.join(folder, '.rensai', kept), { recursive: true, force: true })
      }
      return await measure(folder, check)
    },
    'check, warm': () => measure(folder, check),
  }
}

function sidesOf(folder: string): Sides {
  return {
    'remark-cli, remark-gfm, remark-validate-links': () =>
      measure(folder, [
        path.resolve('node_modules/remark-cli/cli.js'),
        'posts',
        '--quiet',
        '--no-stdout',
        ...['--use', installed('remark-gfm')],
        ...['--use', `${installed('remark-validate-links')}=repository:false`],
      ]),
    ...checks(folder),
    'reading the files': () => measure(folder, ['--input-type=module', '-e', READ]),
  }
}

/** The first of the sides is what the others are compared to. */
async function compare(title: string, sides: Sides): Promise<void> {
  const samples = new Map<string, Sample[]>(Object.keys(sides).map((name) => [name, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, side] of Object.entries(sides)) samples.get(name)?.push(await side())
  }
  const least = (name: string, key: keyof Sample): number =>
    Math.min(...(samples.get(name) ?? []).map((sample) => sample[key]))
  const [peer = ''] = samples.keys()
  console.log(`${title}, the least of ${ROUNDS} rounds:`)
  for (const name of samples.keys()) {
    const [time, cpu, memory] = (['time', 'cpu', 'memory'] as const).map((key) => least(name, key).toFixed(0))
    const ratios = (['time', 'cpu'] as const).map((key) => (least(peer, key) / least(name, key)).toFixed(2))
    console.log(
      `  ${name}: ${time} ms (${ratios[0]} times as fast), ${cpu} ms of CPU (${ratios[1]}), ${memory} MiB`,
    )
  }
}

const imports = PIPELINE.map((name) => `import ${JSON.stringify(installed(name))};`).join('')
await compare('The series of this repository', {
  'importing unified with remark and rehype': () => measure('.', ['--input-type=module', '-e', imports]),
  ...checks('.'),
})
for (const amount of process.argv.slice(2).map(Number)) {
  const folder = await mkdtemp(path.join(tmpdir(), 'rensai-bench-'))
  await generateProject(folder, amount)
  await compare(`${amount} articles`, sidesOf(folder))
  await rm(folder, { recursive: true, force: true })
}
