import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rensai-start-'))
  await mkdir(path.join(folder, 'src'))
  await mkdir(path.join(folder, 'node_modules'))
  await symlink(path.resolve('node_modules/esbuild'), path.join(folder, 'node_modules/esbuild'))
  for (const name of ['package.json', 'package-lock.json']) await writeFile(path.join(folder, name), '{}')
  for (const name of ['start.mjs', 'prepare.mjs', 'bundle.mjs'])
    await cp(path.join('src', name), path.join(folder, 'src', name))
  await mkdir(path.join(folder, 'src/digest'))
  await writeFile(path.join(folder, 'src/digest/digest-articles.ts'), 'export default () => []\n')
  await writeSource('one')
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function writeSource(word: string): Promise<void> {
  await writeFile(
    path.join(folder, 'src/cli.ts'),
    `const file: string = import.meta.url
console.log('${word}', process.argv.slice(2).join(' '), file.endsWith('/src/cli.ts'))\n`,
  )
}

async function start(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    path.join(folder, 'src/start.mjs'),
    ...args,
  ])
  return stdout
}

test('runs the sources as they are now', async () => {
  expect(await start('check', '--debug')).toBe('one check --debug true\n')
  expect(await start('check')).toBe('one check true\n')
  await writeSource('another')
  expect(await start('check')).toBe('another check true\n')
})

test('only prepares where nothing is asked for', async () => {
  expect(await start()).toBe('')
})

test('two that start at the same moment both run', async () => {
  expect(await Promise.all([start('a'), start('b')])).toEqual(['one a true\n', 'one b true\n'])
})

test('runs on after its folder was moved', async () => {
  await start('before')
  const moved = `${folder}-moved`
  await rename(folder, moved)
  folder = moved
  expect(await start('after')).toBe('one after true\n')
})
