import { execFile } from 'node:child_process'
import { cp, lstat, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeOutside, type Outside, UNTOUCHED } from './helpers/outside.ts'

let root: string
let outside: Outside

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-build-'))
  for (const name of ['build.mjs', 'package.json', 'package-lock.json', 'src', '.github', '.vscode']) {
    await cp(name, path.join(root, name), { recursive: true })
  }
  await symlink(path.resolve('node_modules'), path.join(root, 'node_modules'))
  outside = await makeOutside()
})

afterEach(async () => {
  expect(await outside.contents()).toEqual(UNTOUCHED)
  await outside.remove()
  await rm(root, { recursive: true, force: true })
})

const build = () => promisify(execFile)(process.execPath, ['build.mjs'], { cwd: root })

test.each(['dist', 'dist/types', 'dist/assets'])(
  'nothing is built through a link in place of %s',
  async (name) => {
    await outside.link(root, name, 'pictures')
    await expect(build()).rejects.toMatchObject({
      stderr: `error ${name} is a symbolic link; nothing is built through it.\n`,
    })
  },
)

test('files of the build that are links are replaced', async () => {
  for (const name of ['dist/bin.js', 'dist/wp.config.schema.json', 'dist/assets/theme.css', 'dist/old.js']) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true })
    await outside.link(root, name, 'profile.md')
  }
  await build()
  expect((await lstat(path.join(root, 'dist/bin.js'))).mode & 0o111).not.toBe(0)
  expect(await readFile(path.join(root, 'dist/assets/theme.css'))).toEqual(
    await readFile('src/preview/assets/theme.css'),
  )
  await expect(lstat(path.join(root, 'dist/old.js'))).rejects.toThrow('ENOENT')
})
