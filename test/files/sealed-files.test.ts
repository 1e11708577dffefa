import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSealedFile, readSealedFile, writeSealedFile } from '../../src/files/sealed-files.ts'

let root: string
let cache: string
let before: string | undefined

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-sealed-'))
  cache = await mkdtemp(path.join(tmpdir(), 'rensai-cache-'))
  before = process.env.XDG_CACHE_HOME
  process.env.XDG_CACHE_HOME = cache
})

afterEach(async () => {
  process.env.XDG_CACHE_HOME = before
  await rm(root, { recursive: true })
  await rm(cache, { recursive: true, force: true })
})

const kindOf = (name: string, at = root): string => readSealedFile({ root: at }, name).kind

test('what was written here is ours, and anything else is not', async () => {
  expect(kindOf('a.json')).toBe('none')
  writeSealedFile({ root }, 'a.json', '{"a":\n1}')
  expect(readSealedFile({ root }, 'a.json')).toEqual({ kind: 'ours', text: '{"a":\n1}' })
  expect(createSealedFile({ root }, 'a.json', '')).toBe(false)
  expect(createSealedFile({ root }, 'b.json', '')).toBe(true)
  expect(readSealedFile({ root }, 'b.json')).toEqual({ kind: 'ours', text: '' })

  const written = await readFile(path.join(root, 'a.json'), 'utf8')
  const [seal, ...rest] = written.split('\n')
  const text = rest.join('\n')
  for (const other of [text, `\n${text}`, `${seal}\n${text} `, `${seal}0\n${text}`, `${seal}`, ' ']) {
    await writeFile(path.join(root, 'a.json'), other)
    expect(readSealedFile({ root }, 'a.json')).toEqual({ kind: 'foreign', isEmpty: false })
  }
  await writeFile(path.join(root, 'a.json'), '')
  expect(readSealedFile({ root }, 'a.json')).toEqual({ kind: 'foreign', isEmpty: true })
})

test('a file that is copied elsewhere, or comes from another machine, is not', async () => {
  writeSealedFile({ root }, 'a.json', '{}')
  const written = await readFile(path.join(root, 'a.json'))
  await writeFile(path.join(root, 'b.json'), written)
  await mkdir(path.join(root, 'inner'))
  await writeFile(path.join(root, 'inner/a.json'), written)
  expect([kindOf('a.json'), kindOf('b.json'), kindOf('a.json', path.join(root, 'inner'))]).toEqual([
    'ours',
    'foreign',
    'foreign',
  ])
  const other = await mkdtemp(path.join(tmpdir(), 'rensai-cache-'))
  process.env.XDG_CACHE_HOME = other
  expect(kindOf('a.json')).toBe('foreign')
  await rm(other, { recursive: true })
})

test('the key is for its owner alone', async () => {
  writeSealedFile({ root }, 'a.json', '{}')
  const file = path.join(cache, 'rensai/machine-key')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readFile(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  expect(await readdir(path.dirname(file))).toEqual(['machine-key'])
})

const refused = (reason: string): unknown =>
  expect.objectContaining({
    message: `The key of this machine cannot be kept in ${path.join(process.env.XDG_CACHE_HOME ?? '', 'rensai')}: ${reason}.`,
    exitCode: 2,
  })

test('a key that others can read or write, that is a link, or that came with the project is none', async () => {
  const file = path.join(cache, 'rensai/machine-key')
  await mkdir(path.dirname(file))
  await writeFile(file, `${'0'.repeat(64)}\n`)
  await chmod(file, 0o644)
  const write = (): void => writeSealedFile({ root }, 'a.json', '{}')
  expect(write).toThrow(refused('it is not yours alone'))
  await chmod(file, 0o600)
  await writeFile(file, 'short\n')
  expect(write).toThrow(refused('it holds something else; remove it'))
  await rm(file)
  await symlink('/dev/zero', file)
  expect(write).toThrow(refused('it is a symbolic link'))

  process.env.XDG_CACHE_HOME = path.join(root, '.cache')
  expect(write).toThrow(refused('it lies inside the project'))
  await symlink(root, path.join(cache, 'out'))
  process.env.XDG_CACHE_HOME = path.join(cache, 'out')
  expect(write).toThrow(refused('it lies inside the project'))
  process.env.XDG_CACHE_HOME = file
  expect(write).toThrow('cannot be kept')
})

test('processes that need one at the same moment agree on it', async () => {
  const script = `
    import { writeSealedFile } from ${JSON.stringify(path.resolve('src/files/sealed-files.ts'))}
    writeSealedFile({ root: ${JSON.stringify(root)} }, process.pid + '.json', '{}')`
  const node = ['--import', 'tsx', '--input-type=module', '-e', script]
  await Promise.all(Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, node)))
  const names = await readdir(root)
  expect(names.map((name) => kindOf(name))).toEqual(['ours', 'ours', 'ours', 'ours'])
})
