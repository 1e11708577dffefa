import { execFile } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentedCode } from './helpers/documented-code.ts'
import { copyProject, type Project } from './helpers/project.ts'

let project: Project

beforeAll(async () => {
  project = await copyProject('test/fixtures/pair')
  await mkdir(path.join(project.root, 'node_modules'))
  await symlink(path.resolve('.'), path.join(project.root, 'node_modules/rensai'))
})

afterAll(() => project?.remove())

test('what docs/api.md shows publishes a folder to the embedded WordPress, once', async () => {
  const [, publish = ''] = await documentedCode('docs/api.md')
  await writeFile(path.join(project.root, 'publish.mjs'), publish)
  const run = async (): Promise<string> => {
    const options = { cwd: project.root, env: { PATH: process.env.PATH } }
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['publish.mjs'], options)
    return stdout + stderr
  }
  expect(await run()).toBe('create-term\ncreate-term\nupload-media\ncreate-post\ncreate-post\n')
  expect(await run()).toBe('')
})
