import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check } from '../../src/commands/check.ts'
import { compile } from '../../src/commands/compile.ts'
import { preview } from '../../src/commands/preview.ts'
import { loadConfig } from '../../src/config/load.ts'
import { listFiles } from '../../src/judge/files.ts'
import { externalRules } from '../../src/links/rules/external.ts'
import { openWorkspace, type Workspace } from '../../src/preview/live/workspace.ts'
import { exitCodeOfFaulty } from '../../src/report/exit-code.ts'
import { messagesToText } from '../../src/report/text.ts'
import { allRules } from '../../src/rules.ts'
import { captureOutput, stripColours } from '../helpers/output.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { FAULTS } from './faults.ts'

const FIXTURE = 'test/fixtures/doors'

let project: Project
let live: Workspace

beforeAll(async () => {
  project = await copyProject(FIXTURE)
  live = await openWorkspace(project.config)
})

afterAll(async () => {
  await project.remove()
})

/** The messages of a report: file, line, column, severity, reason and rule; what is shown of the text is left out. */
function messagesIn(report: string): string[] {
  return report.split('\n').filter((line) => /^\S+:\d+:\d+ (?:error|warning) /.test(line))
}

/** What each command that looks at the whole folder says of it, and whether it goes on. */
const DOORS = {
  check: async () => {
    const output = captureOutput()
    const exitCode = await check({ config: project.config, format: 'text' }, output)
    return { messages: messagesIn(output.said()), stops: exitCode !== 0 }
  },
  'publish and plan': async () => {
    const output = captureOutput()
    const compiled = await compile(await loadConfig(project.config), output)
    const stops = compiled === undefined || exitCodeOfFaulty(compiled.folder.faulty) !== 0
    return { messages: messagesIn(output.said()), stops }
  },
  'static preview': async () => {
    const output = captureOutput()
    const exitCode = await preview({ config: project.config }, output)
    return { messages: messagesIn(output.said()), stops: exitCode !== 0 }
  },
} as const

async function sayLive(changed: readonly string[]): Promise<string[]> {
  await live.update(new Set(changed.map((file) => path.join(project.root, file))))
  expect(live.problem()).toBeUndefined()
  return messagesIn(stripColours(messagesToText(listFiles(live.snapshot()))))
}

async function mend(changed: readonly string[]): Promise<void> {
  await rm(path.join(project.root, 'images'), { recursive: true })
  for (const name of ['images', ...changed.filter((file) => !file.startsWith('images/'))]) {
    await cp(path.join(FIXTURE, name), path.join(project.root, name), { recursive: true })
  }
}

test('there is a fault against every rule but those that need another site to ask', () => {
  const local = allRules.filter((rule) => !externalRules.includes(rule))
  const broken = Object.keys(FAULTS).map((name) => name.replace(/:.*/, ''))
  expect([...new Set(broken)].sort()).toEqual(local.map(({ id }) => id).sort())
})

const said: string[] = []

test.each(Object.entries(FAULTS))('all commands say the same of %s', async (name, fault) => {
  const changed = await fault(project.root)
  const { messages, stops } = await DOORS.check()
  expect(messages.join('\n')).toContain(` ${name.replace(/:.*/, '')}`)
  expect(stops).toBe(messages.some((message) => message.includes(' error ')))
  for (const [door, enter] of Object.entries(DOORS)) expect(await enter(), door).toEqual({ messages, stops })
  expect(await sayLive(changed), 'live preview').toEqual(messages)
  said.push(name, ...messages.map((message) => `  ${message}`), '')

  await mend(changed)
  expect(await sayLive(changed), 'live preview, mended').toEqual([])
  expect(await DOORS.check()).toEqual({ messages: [], stops: false })
})

test('what they say is what it should be', async () => {
  await expect(said.join('\n')).toMatchFileSnapshot('../fixtures/doors/expected.txt')
})
