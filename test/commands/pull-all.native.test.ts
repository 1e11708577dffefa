import { access, cp, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { publishProject } from '../helpers/publish-project.ts'
import { runPull } from '../helpers/pull-command.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

const opened: (() => Promise<void>)[] = []

afterAll(async () => {
  await Promise.all(opened.map((close) => close()))
})

async function start(): Promise<TestSandbox> {
  const wordpress = await startTestSandbox()
  opened.push(wordpress.stop)
  return wordpress
}

async function copy(source: string, format: string): Promise<Project> {
  const project = await copyProject(source)
  opened.push(project.remove)
  await project.edit('wp.config.json', (text) => JSON.stringify({ ...JSON.parse(text), format }))
  return project
}

/** The author's own article, where the machine has it; it takes the place of ours of the same name. */
const realInput = path.resolve('../shared/input')

test.each([
  ['.', 'blocks', 7],
  ['test/fixtures/render', 'blocks', 12],
  ['test/fixtures/conformance/project', 'blocks', 5],
  ['test/fixtures/conformance/project', 'html', 5],
])(
  'a lost folder, %s in %s, is pulled from the site, and the plan is empty',
  async (source, format, posts) => {
    const wordpress = await start()
    const project = await copy(source, format)
    const hasRealInput = await access(realInput).then(
      () => source === '.',
      () => false,
    )
    for (const folder of hasRealInput ? ['posts', 'images'] : [])
      await cp(path.join(realInput, folder), path.join(project.root, folder), { recursive: true })
    await publishProject(project.config, wordpress.environment)

    const fresh = await copy(source, format)
    for (const folder of ['posts', 'images'])
      await rm(path.join(fresh.root, folder), { recursive: true, force: true })
    const pulled = await runPull(fresh.config, wordpress.environment, '--all')
    expect(pulled.stderr).not.toContain('!')
    expect(pulled.exitCode).toBe(0)
    const plan = await runCli(['plan', '--json', '--config', fresh.config], wordpress.environment)
    expect(plan.json()).toMatchObject({ changes: [], drift: [], conflicts: [], unchanged: posts })
  },
)
