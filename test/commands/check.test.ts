import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { afterEach, expect, test, vi } from 'vitest'
import { type CheckOptions, check } from '../../src/commands/check.ts'
import { allRules } from '../../src/rules.ts'
import { captureOutput } from '../helpers/output.ts'
import { copyProject, type Project } from '../helpers/project.ts'

const REAL_INPUT = path.resolve('../shared/input')
const broken = 'test/fixtures/broken/wp.config.json'

afterEach(() => {
  vi.unstubAllEnvs()
})

async function run(options: Partial<CheckOptions>) {
  const output = captureOutput()
  const exitCode = await check(
    { config: broken, format: 'text', strict: true, all: true, ...options },
    output,
  )
  return { exitCode, said: output.said(), printed: output.printed() }
}

test.each(['broken', 'advice'])(
  'reports every problem of every file of %s in one run, as JSON',
  async (name) => {
    const { exitCode, printed } = await run({
      config: `test/fixtures/${name}/wp.config.json`,
      format: 'json',
    })
    expect(exitCode).toBe(1)
    await expect(`${printed}\n`).toMatchFileSnapshot(`../fixtures/${name}/expected.json`)
  },
)

test('says the same for people, with the source and the remedy under each problem', async () => {
  const { exitCode, said } = await run({})
  expect(exitCode).toBe(1)
  await expect(`${said}\n`).toMatchFileSnapshot('../fixtures/broken/expected.txt')
})

test('every rule is broken by a fixture', async () => {
  const files = await glob('test/fixtures/*/expected*.json')
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  // Those need a site to ask; test/links/remote.test.ts has one.
  const local = allRules.filter(({ id }) => !id.startsWith('external-'))
  const unbroken = local.filter(({ id }) => !texts.some((text) => text.includes(`"ruleId": "${id}"`)))
  expect(unbroken.map(({ id }) => id)).toEqual([])
})

test('nothing is said of articles that keep every rule, those included that are off by default', async () => {
  const config = 'test/fixtures/clean/wp.config.json'
  const { rules } = JSON.parse(await readFile(config, 'utf8')) as { rules: object }
  expect(Object.keys(rules)).toEqual(
    allRules.filter(({ severity }) => severity === 'off').map(({ id }) => id),
  )
  const { exitCode, printed } = await run({ config, format: 'json' })
  expect(JSON.parse(printed)).toEqual([])
  expect(exitCode).toBe(0)
})

test('has nothing to complain of in the series of this repository', async () => {
  const { exitCode, printed } = await run({ config: 'wp.config.json', format: 'json' })
  expect(exitCode).toBe(0)
  expect(JSON.parse(printed)).toEqual([])
})

/** The series of this repository with the author's own article in it, where the machine has that. */
async function copyRealProject(): Promise<Project & { isReal: boolean }> {
  const project = await copyProject('.')
  const isReal = existsSync(REAL_INPUT)
  for (const folder of isReal ? ['posts', 'images'] : [])
    await cp(path.join(REAL_INPUT, folder), path.join(project.root, folder), { recursive: true })
  return { ...project, isReal }
}

test("the author's own article, where the machine has it, has no error among its siblings", async () => {
  const project = await copyRealProject()
  try {
    const { exitCode, printed } = await run({ config: project.config, format: 'json' })
    const messages = JSON.parse(printed) as { ruleId: string; severity: string }[]
    // It writes "&amp;" in the name of its category, as the REST API shows it.
    expect(messages.map(({ ruleId, severity }) => `${severity} ${ruleId}`)).toEqual(
      project.isReal ? ['warn category-spelling'] : [],
    )
    expect(exitCode).toBe(0)
  } finally {
    await project.remove()
  }
})

test('its links by number, /archives/549 and /archives/1219, lead to the siblings with these ids', async () => {
  const project = await copyRealProject()
  try {
    const { printed } = await run({ config: project.config, graph: 'json' })
    const { edges } = JSON.parse(printed) as { edges: { from: string; to: string }[] }
    expect(edges.filter(({ from }) => from === 'copilot-server-error-502-jp').map(({ to }) => to)).toEqual([
      'copilot-server-error-504-jp',
      'copilot-stream-terminated-jp',
    ])
  } finally {
    await project.remove()
  }
})

test('a severity of the configuration is that of the message, and "off" says nothing, whatever reports it', async () => {
  const project = await copyProject('test/fixtures/broken')
  try {
    await project.edit('wp.config.json', (text) => {
      const rules = {
        'front-matter-missing': 'off',
        'box-name': 'warn',
        'image-blanks': 'error',
        'link-target': 'off',
      }
      return JSON.stringify({ ...(JSON.parse(text) as object), rules })
    })
    const { printed } = await run({ config: project.config, format: 'json' })
    const messages = JSON.parse(printed) as { ruleId: string; severity: string }[]
    const severities = (id: string): string[] =>
      messages.filter(({ ruleId }) => ruleId === id).map(({ severity }) => severity)
    expect(severities('front-matter-missing')).toEqual([])
    expect(severities('link-target')).toEqual([])
    expect(severities('box-name')).toEqual(['warn'])
    expect(severities('image-blanks')).toEqual(['error'])
  } finally {
    await project.remove()
  }
})

test('--quiet shows errors only, and says how many warnings there are all the same', async () => {
  const loud = await run({})
  const quiet = await run({ quiet: true })
  expect(loud.said).toMatch(/^posts\/.* warning /m)
  expect(quiet.said).not.toMatch(/^posts\/.* warning /m)
  expect(quiet.said.split('\n').at(-1)).toBe(loud.said.split('\n').at(-1))
})

test('--max-warnings makes too many warnings an error', async () => {
  const project = await copyProject('test/fixtures/clean')
  try {
    await project.edit('posts/series-one-jp.md', (text) => text.replace('## 原因', '#### 原因'))
    const code = async (maxWarnings?: number) =>
      (await run({ config: project.config, ...(maxWarnings === undefined ? {} : { maxWarnings }) })).exitCode
    expect([await code(), await code(1), await code(0)]).toEqual([0, 0, 1])
    const { said } = await run({ config: project.config, maxWarnings: 0, quiet: true })
    expect(said).toContain('No more than 0 are allowed (--max-warnings).')
  } finally {
    await project.remove()
  }
})

test('for GitHub, annotations name the file in the repository, and the job summary is appended to', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'rensai-summary-'))
  try {
    const summary = path.join(folder, 'summary.md')
    vi.stubEnv('GITHUB_WORKSPACE', path.resolve('test'))
    vi.stubEnv('GITHUB_STEP_SUMMARY', summary)
    const { exitCode, printed, said } = await run({ format: 'github' })
    expect(exitCode).toBe(1)
    await expect(`${printed}\n`).toMatchFileSnapshot('../fixtures/broken/expected.github.txt')
    expect(said).toMatch(/^\d+ errors, \d+ warnings in \d+ articles$/)
    const once = await readFile(summary, 'utf8')
    await expect(once).toMatchFileSnapshot('../fixtures/broken/expected.summary.md')
    await run({ format: 'github' })
    expect(await readFile(summary, 'utf8')).toBe(once + once)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('for GitHub, where there is nothing to report, nothing is printed but the summary', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'rensai-summary-'))
  try {
    const file = path.join(folder, 'summary.md')
    vi.stubEnv('GITHUB_STEP_SUMMARY', file)
    const output = captureOutput()
    const print = vi.spyOn(output, 'print')
    const config = 'test/fixtures/clean/wp.config.json'
    expect(await check({ config, format: 'github' }, output)).toBe(0)
    expect(print).not.toHaveBeenCalled()
    expect(await readFile(file, 'utf8')).toBe('## ✅ Articles\n\n2 articles, nothing to complain of.\n')
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('writes the graph to stdout and the messages to stderr', async () => {
  const output = captureOutput()
  expect(
    await check({ config: broken, format: 'text', graph: 'json', strict: true, all: true }, output),
  ).toBe(1)
  const { nodes, edges } = JSON.parse(output.printed())
  expect(nodes).toContainEqual(expect.objectContaining({ key: 'series-one-en', series: ['errors'] }))
  expect(edges).toContainEqual({ from: 'series-two-en', to: 'series-one-en', links: 1 })
  expect(output.said()).toContain('posts/links.md:8:1 error')
})

test('asks no site where no article links to one', async () => {
  const output = captureOutput()
  expect(
    await check({ config: 'test/fixtures/pair/wp.config.json', format: 'text', external: true }, output),
  ).toBe(0)
  expect(output.said()).toContain('External links: none to ask.')
})
