import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimSandbox } from '../../src/sandbox/claim.ts'
import { releaseLock, shareLock, takeLock } from '../../src/sandbox/lock.ts'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { answer, type ScriptedServer, startScriptedServer } from '../helpers/scripted-server.ts'

let project: Project
let server: ScriptedServer

beforeEach(async () => {
  project = await copyProject('test/fixtures/pair')
  server = await startScriptedServer(answer(200, '{}'))
})

afterEach(async () => {
  expect(server.requests).toEqual([])
  await server.close()
  await project.remove()
})

const at = (name: string): string => path.join(project.root, name)

async function put(name: string, text: string): Promise<void> {
  await mkdir(path.dirname(at(name)), { recursive: true })
  await writeFile(at(name), text)
}

const place = (folder = '.sandbox') => ({ project, folder })

const holder = (): string => JSON.stringify({ pid: process.pid, url: server.url })
const credentials = JSON.stringify({ port: 1, adminPassword: 'a', appPassword: 'b' })

test.each([['plan'], ['pull'], ['publish'], ['preview', '--wordpress']])(
  '%s talks to no embedded WordPress that a repository brings along',
  async (...command) => {
    for (const folder of ['.sandbox', '.sandbox/preview']) {
      await put(`${folder}/server.json`, holder())
      await put(`${folder}/credentials.json`, credentials)
    }
    const result = await runCli([...command, '--config', project.config])
    expect(result.stderr).toContain(
      'error .sandbox was not made by you on this machine, so the embedded WordPress does not start from it.',
    )
    expect(result.stderr).toContain('sandbox -- --reset')
    expect(result.exitCode).toBe(2)
    expect(await readFile(at('.sandbox/server.json'), 'utf8')).toBe(holder())
  },
)

test('nor to one that a later commit puts into the folder of ours', async () => {
  claimSandbox(place())
  await put('.sandbox/server.json', holder())
  const result = await runCli(['plan', '--config', project.config])
  expect(result.stderr).toContain('error .sandbox/server.json was not made by you on this machine')
  expect(result.exitCode).toBe(2)
})

test('a folder of ours is claimed once, also for the one inside it', async () => {
  claimSandbox(place('.sandbox/preview'))
  await put('.sandbox/preview/wordpress/index.php', '')
  const mark = await readFile(at('.sandbox/made-here.json'), 'utf8')
  claimSandbox(place())
  expect(await readFile(at('.sandbox/made-here.json'), 'utf8')).toBe(mark)
  expect(await readFile(at('.sandbox/.gitignore'), 'utf8')).toBe('*\n')
})

test('a WordPress without a mark is nobody’s', async () => {
  await put('.sandbox/wordpress/index.php', '')
  expect(() => claimSandbox(place())).toThrow('.sandbox was not made by you')
  await rm(at('.sandbox'), { recursive: true })
  await put('.sandbox/.gitignore', '*\n')
  claimSandbox(place())
})

test('a lock is shared on this machine alone', async () => {
  claimSandbox(place())
  expect(await takeLock(place(), () => {})).toBeUndefined()
  shareLock(place(), 'http://127.0.0.1:8881')
  expect(await takeLock(place(), () => {})).toEqual({ pid: process.pid, url: 'http://127.0.0.1:8881' })
  for (const url of ['http://e.example', 'http://127.0.0.1.e.example:80', 'https://127.0.0.1:1@e.example']) {
    shareLock(place(), url)
    await expect(takeLock(place(), () => {})).rejects.toThrow()
  }
  releaseLock(place())
  expect(await takeLock(place(), () => {})).toBeUndefined()
})
