import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const COPIED = [
  '.github',
  '.vscode',
  'src',
  'posts',
  'images',
  'build.mjs',
  'package.json',
  'package-lock.json',
  'wp.config.json',
]

/** What `npm ci --omit=dev` makes of this folder. */
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rensai-light-'))
  for (const name of COPIED) {
    await cp(name, path.join(folder, name), { recursive: true })
  }
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as Lock
  for (const [name, { dev, optional }] of Object.entries(lock.packages)) {
    // A package inside another one comes with it.
    if (!/^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(name) || dev || optional) continue
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await symlink(path.resolve(name), path.join(folder, name))
  }
  // As its script "prepare" does.
  await promisify(execFile)(process.execPath, ['build.mjs', '--types'], { cwd: folder })
})

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>
}

afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...args: string[]): Promise<string> {
  const file = path.join(folder, 'dist/bin.js')
  const options = { cwd: folder, env: { PATH: process.env.PATH } }
  return await promisify(execFile)(process.execPath, [file, ...args], options).then(
    ({ stdout, stderr }) => stdout + stderr,
    ({ stdout, stderr, code }) => `${stdout}${stderr}exit ${code}`,
  )
}

test('check and preview need nothing else', async () => {
  expect(await run('check')).toBe('6 articles, nothing to complain of\n')
  expect(await run('preview')).toBe('6 articles, nothing to complain of. Open dist/preview/index.html\n')
})

test('what needs a dev dependency says how to get it', async () => {
  expect(await run('publish')).toBe(`error No site is configured, and the embedded WordPress is not installed.
  Set WP_URL, WP_USERNAME and WP_APP_PASSWORD to publish to your site, or run "npm ci" to get the embedded WordPress.
exit 2`)
  expect(await run('preview', '--serve')).toBe(`error The live preview needs Vite, which is not installed.
  Run "npm ci" to get it, or build a static preview without "--serve".
exit 2`)
})
