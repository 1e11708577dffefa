import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
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
  for (const name of ['start.mjs', 'load-bundle.mjs', 'prepare.mjs', 'bundle.mjs', 'import-outside.cjs'])
    await cp(path.join('src', name), path.join(folder, 'src', name))
  await writeSource('one')
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function writeSource(word: string): Promise<void> {
  await writeFile(
    path.join(folder, 'src/main.ts'),
    `const file: string = import.meta.url
export async function run(argv: string[]) {
  const { version } = await import('esbuild')
  console.log('${word}', argv.join(' '), file.endsWith('/src/main.ts') && version !== '' && /^年$/.test('年'))
  return argv.length
}\n`,
  )
}

/** What it says, warnings and errors included, and its exit code where that is not the number of arguments. */
async function start(...args: string[]): Promise<string> {
  const file = path.join(folder, 'src/start.mjs')
  return await promisify(execFile)(process.execPath, [file, ...args], { cwd: tmpdir() }).then(
    ({ stdout, stderr }) => stdout + stderr,
    ({ stdout, stderr, code }) => stdout + stderr + (code === args.length ? '' : `exit ${code}`),
  )
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

test('keeps compiled code, and does without it where it is of no use', async () => {
  const output = await start('check', '--fix')
  const cache = path.join(folder, 'node_modules/.cache/rensai')
  const [bundle = ''] = await readdir(cache)
  const kept = path.join(cache, bundle, 'rensai.cjs.check')
  const names = await readdir(path.join(cache, bundle))
  expect(names).toContain('rensai.cjs.check')
  await writeFile(kept, 'of another machine')
  expect(await start('check', '--fix')).toBe(output)
  await rm(kept)
  await mkdir(kept)
  expect(await start('check', '--fix')).toBe(output)
})
