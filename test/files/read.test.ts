import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readProjectFile } from '../../src/files/read.ts'
import { makeOutside, type Outside } from '../helpers/outside.ts'

let root: string
let outside: Outside

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-read-'))
  outside = await makeOutside()
})

afterEach(async () => {
  await rm(root, { recursive: true, force: true })
  await outside.remove()
})

const read = (name: string): string | undefined => readProjectFile({ root }, name)?.toString()

test('a file is read, and one that is not there is none', async () => {
  await mkdir(path.join(root, 'a'))
  await writeFile(path.join(root, 'a/b.json'), 'one')
  expect(read('a/b.json')).toBe('one')
  expect([read('a/c.json'), read('c/b.json')]).toEqual([undefined, undefined])
  expect(() => read('a/b.json/c')).toThrow('a/b.json is not a folder')
})

test('nothing is read through a link, of a device, or from a pipe', async () => {
  await outside.link(root, 'linked', '.')
  await outside.link(root, 'file', 'profile.md')
  await outside.link(root, 'dangling', 'new')
  await symlink('/dev/zero', path.join(root, 'endless'))
  await mkdir(path.join(root, 'folder'))
  execFileSync('mkfifo', [path.join(root, 'pipe')])
  const refuses = (name: string, reason: string): void =>
    expect(() => read(name)).toThrow(`${name} cannot be read: ${reason}.`)
  refuses('linked/profile.md', 'linked is a symbolic link')
  for (const name of ['linked', 'file', 'dangling', 'endless']) refuses(name, 'it is a symbolic link')
  for (const name of ['folder', 'pipe']) refuses(name, 'it is not a file')
  refuses('../a', 'that is no name inside the project')
})
