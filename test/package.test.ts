import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { documentedCode } from './helpers/documented-code.ts'

const exec = promisify(execFile)

/** A project of somebody else: own content, and what `npm install rensai-<version>.tgz` makes of an empty folder. */
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rensai-package-'))
  const modules = path.join(folder, 'node_modules')
  const target = path.join(modules, 'rensai')
  await exec(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'])
  // Scripts have built all that goes into it.
  await exec('npm', ['pack', '--ignore-scripts', '--pack-destination', folder])
  await mkdir(target, { recursive: true })
  const tarball = path.join(folder, `rensai-${manifest.version}.tgz`)
  await exec('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'])
  for (const name of Object.keys(manifest.dependencies)) {
    await mkdir(path.dirname(path.join(modules, name)), { recursive: true })
    await symlink(path.resolve('node_modules', name), path.join(modules, name))
  }
  await mkdir(path.join(modules, '.bin'))
  await symlink(`../rensai/${manifest.bin.rensai}`, path.join(modules, '.bin/rensai'))
  for (const name of ['posts', 'images', 'wp.config.json']) {
    await cp(path.join('test/fixtures/pair', name), path.join(folder, name), { recursive: true })
  }
}, 180_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

async function node(...args: string[]): Promise<string> {
  const options = { cwd: folder, env: { PATH: process.env.PATH } }
  return await exec(process.execPath, args, options).then(
    ({ stdout, stderr }) => stdout + stderr,
    ({ stdout, stderr, code }) => `${stdout}${stderr}exit ${code}`,
  )
}

const rensai = (...args: string[]): Promise<string> => node('node_modules/.bin/rensai', ...args)

test('the package holds what is built, and no preview or article of ours', async () => {
  const names = await readdir(path.join(folder, 'node_modules/rensai'))
  expect(names.sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.ja.md',
    'README.md',
    'SECURITY.md',
    'dist',
    'docs',
    'package.json',
  ])
  const built = await readdir(path.join(folder, 'node_modules/rensai/dist'))
  expect(built.filter((name) => !/\.js(\.map)?$/.test(name)).sort()).toEqual([
    '.vscode',
    'assets',
    'front-matter.schema.json',
    'licences.txt',
    'types',
    'workflows',
    'wp.config.schema.json',
  ])
})

test('check and preview work on the content beside it', async () => {
  expect(await rensai('check')).toBe('2 articles, nothing to complain of\n')
  expect(await rensai('preview')).toBe('2 articles, nothing to complain of. Open dist/preview/index.html\n')
  const theme = await readFile(path.join(folder, 'dist/preview/assets/theme.css'), 'utf8')
  expect(theme).toBe(await readFile('src/preview/assets/theme.css', 'utf8'))
})

test('init --ci writes what calls the package, and gets none from a registry', async () => {
  const said = await rensai('init', '--ci')
  expect(said).toContain('WP_APP_PASSWORD')
  const text = await readFile(path.join(folder, '.github/workflows/wordpress.yml'), 'utf8')
  expect(text).toContain('run: npx --no rensai publish --no-open\n')
  expect(text).not.toContain('npm run')
  const { stdout } = await exec('npx', ['--no', 'rensai', 'check', '--format', 'json'], { cwd: folder })
  expect(stdout.trim()).toBe('[]')
})

test('init --editor writes tasks that call the package, and settings that name its files', async () => {
  await rensai('init', '--editor')
  const tasks = await readFile(path.join(folder, '.vscode/tasks.json'), 'utf8')
  expect(JSON.parse(tasks).tasks.map(({ command }: { command: string }) => command)).toEqual([
    'npx --no rensai check --format gcc',
    'npx --no rensai preview --serve',
    'npx --no rensai plan',
  ])
  const settings = JSON.parse(await readFile(path.join(folder, '.vscode/settings.json'), 'utf8'))
  const [{ url }] = settings['json.schemas']
  expect(JSON.parse(await readFile(path.join(folder, url), 'utf8')).type).toBe('object')
  expect(await rensai('init', '--undo')).toContain('.vscode/tasks.json')
})

test('many articles are checked in threads', async () => {
  const root = path.join(folder, 'many')
  await mkdir(path.join(root, 'posts'), { recursive: true })
  await writeFile(path.join(root, 'wp.config.json'), '{ "site": { "url": "https://blog.example" } }')
  for (let number = 0; number < 100; number += 1) {
    await writeFile(path.join(root, `posts/a${number}.md`), `---\ntitle: Article ${number}\n---\n\nText.\n`)
  }
  expect(await rensai('check', '--config', 'many/wp.config.json', '--quiet')).toContain('100 articles')
})

test('what is an optional install names itself, with the command', async () => {
  expect(
    await rensai('publish'),
  ).toBe(`error No site is configured, and the embedded WordPress is not installed.
  Set WP_URL, WP_USERNAME and WP_APP_PASSWORD to publish to your site, or run "npm install --save-dev @wp-playground/cli@3.1.50 @wp-playground/wordpress-builds@0.9.19 yauzl@3.4.0" to get the embedded WordPress.
exit 2`)
  expect(await rensai('preview', '--serve')).toBe(`error The live preview needs Vite, which is not installed.
  Run "npm install --save-dev vite@8.3.8" to get it, or build a static preview without "--serve".
exit 2`)
})

test('advice names the command as it is typed here', async () => {
  expect(await rensai('publish', '--plan', 'none.json')).toContain(
    'Make one with: npx rensai plan --out plan.json',
  )
})

test('the library does what docs/api.md shows, and has types', async () => {
  const examples = await documentedCode('docs/api.md')
  for (const [index, code] of examples.entries()) {
    await writeFile(path.join(folder, `example-${index}.mts`), code)
    await writeFile(path.join(folder, `example-${index}.mjs`), code)
  }
  await writeFile(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { module: 'NodeNext', target: 'ES2023', strict: true, noEmit: true, types: [] },
      include: ['*.mts'],
    }),
  )
  expect(await node('example-0.mjs')).toMatch(/^first-name-en:\n<!-- wp:[\s\S]*\nsecond-name-en:\n<!-- wp:/)
  const tsc = path.resolve('node_modules/typescript/bin/tsc')
  expect(await node(tsc, '--skipLibCheck', '--project', '.')).toBe('')
})
