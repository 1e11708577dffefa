import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { renameSync, rmSync, symlinkSync, unlinkSync } from 'node:fs'
import {
  chmod,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceProjectFolder } from '../../src/files/replace-folder.ts'
import {
  createProjectFile,
  makeProjectFolder,
  projectPath,
  removeFromProject,
  writeNamedFile,
  writeProjectFile,
} from '../../src/files/write.ts'
import { makeOutside, type Outside, UNTOUCHED } from '../helpers/outside.ts'

let root: string
let outside: Outside
const running: ChildProcess[] = []

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-files-'))
  outside = await makeOutside()
})

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'close')
  }
  await rm(root, { recursive: true, force: true })
  expect(await outside.contents()).toEqual(UNTOUCHED)
  await outside.remove()
})

const at = (name: string): string => path.join(root, name)
const read = (name: string): Promise<string> => readFile(at(name), 'utf8')

/** Everything in the project, temporary files included. */
const list = async (): Promise<string[]> => (await readdir(root, { recursive: true })).sort()

test('a file is written, its folders are made, and nothing else is left', async () => {
  writeProjectFile({ root }, 'posts/en/a.md', 'one')
  writeProjectFile({ root }, 'posts/en/a.md', Buffer.from([0, 255]), { durable: false })
  expect(await readFile(at('posts/en/a.md'))).toEqual(Buffer.from([0, 255]))
  expect(await list()).toEqual(['posts', 'posts/en', 'posts/en/a.md'])
})

test('the name of a file may be as long as the disk allows', async () => {
  const name = `posts/${'あ'.repeat(84)}.md`
  writeProjectFile({ root }, name, 'one')
  expect(await read(name)).toBe('one')
})

test('the permissions of a file that is there are kept, and a new one gets those that were asked for', async () => {
  const modeOf = async (name: string): Promise<number> => (await stat(at(name))).mode & 0o7777
  await writeFile(at('a.md'), 'one')
  await chmod(at('a.md'), 0o751)
  writeProjectFile({ root }, 'a.md', 'two', { mode: 0o600 })
  expect([await modeOf('a.md'), await read('a.md')]).toEqual([0o751, 'two'])
  writeProjectFile({ root }, 'secret.json', '{}', { mode: 0o600 })
  expect(await modeOf('secret.json')).toBe(0o600)
  writeProjectFile({ root }, 'b.md', 'one')
  expect(await modeOf('b.md')).toBe(0o666 & ~process.umask())
})

/** Each way to change something below a name. */
const deeds: Record<string, [deed: string, work: (name: string) => unknown]> = {
  write: ['written', (name) => writeProjectFile({ root }, name, 'ours')],
  create: ['written', (name) => createProjectFile({ root }, name, 'ours')],
  remove: ['removed', (name) => removeFromProject({ root }, name)],
  'make a folder': ['written', (name) => makeProjectFolder({ root }, name)],
  'find a place': ['written', (name) => projectPath({ root }, name)],
  'replace a folder': [
    'replaced',
    (name) => replaceProjectFolder({ root }, name, new Map([['profile.md', { content: 'ours' }]])),
  ],
}

const advice =
  'Nothing is written through a link, which may lead out of the project: put what it leads to in its place.'

test.each(Object.entries(deeds))('%s: nothing happens through a link', async (_, [deed, work]) => {
  const refuses = async (name: string, reason: string): Promise<void> => {
    await expect(async () => work(name)).rejects.toThrow(
      expect.objectContaining({
        message: `${name} cannot be ${deed}: ${reason}.`,
        reason,
        advice,
        exitCode: 2,
      }),
    )
  }
  await outside.link(root, 'posts/file.md', 'profile.md')
  await outside.link(root, 'posts/dangling.md', 'new.md')
  await outside.link(root, 'posts/folder', 'pictures')
  await outside.link(root, 'linked', '.')
  const before = await list()
  await refuses('posts/file.md', 'it is a symbolic link')
  await refuses('posts/dangling.md', 'it is a symbolic link')
  await refuses('posts/folder', 'it is a symbolic link')
  await refuses('posts/folder/one.png', 'posts/folder is a symbolic link')
  await refuses('posts/folder/new/one.png', 'posts/folder is a symbolic link')
  await refuses('linked/profile.md', 'linked is a symbolic link')
  await refuses('linked/pictures/one.png', 'linked is a symbolic link')
  await refuses('posts/dangling.md/a.md', 'posts/dangling.md is a symbolic link')
  expect(await list()).toEqual(before)
})

test.each(Object.entries(deeds))('%s: nothing happens outside', async (_, [deed, work]) => {
  const out = path.relative(root, path.join(outside.folder, 'profile.md'))
  for (const name of [out, `posts/../${out}`, path.join(outside.folder, 'profile.md')]) {
    await expect(async () => work(name)).rejects.toThrow(
      `${name} cannot be ${deed}: that is no name inside the project.`,
    )
  }
  expect(await list()).toEqual([])
})

test('a link inside the project to another place in it is none to write through either', async () => {
  await writeFile(at('README.md'), 'mine')
  await symlink('README.md', at('a.md'))
  expect(() => writeProjectFile({ root }, 'a.md', 'ours')).toThrow('it is a symbolic link')
  expect(await read('README.md')).toBe('mine')
})

test('the project itself may be reached through a link', async () => {
  const link = path.join(outside.folder, 'project')
  await symlink(root, link)
  writeProjectFile({ root: link }, 'posts/a.md', 'one')
  await replaceProjectFolder({ root: link }, 'dist/preview', new Map([['index.html', { content: 'one' }]]))
  removeFromProject({ root: link }, 'posts')
  expect(await list()).toEqual(['dist', 'dist/preview', 'dist/preview/index.html'])
  await rm(link)
})

test('a file that is a hard link to another one becomes a file of its own', async () => {
  await link(path.join(outside.folder, 'profile.md'), at('a.md'))
  await mkdir(at('dist/preview'), { recursive: true })
  await link(path.join(outside.folder, 'pictures/one.png'), at('dist/preview/one.png'))
  writeProjectFile({ root }, 'a.md', 'ours')
  await replaceProjectFolder({ root }, 'dist/preview', new Map([['one.png', { content: 'ours' }]]))
  expect([await read('a.md'), await read('dist/preview/one.png')]).toEqual(['ours', 'ours'])
  await rm(at('b.md'), { force: true })
  await link(path.join(outside.folder, 'profile.md'), at('b.md'))
  removeFromProject({ root }, 'b.md')
})

test('what is no file is not replaced by one, and what is no folder not by a folder', async () => {
  await mkdir(at('posts/a.md'), { recursive: true })
  await writeFile(at('dist'), 'mine')
  await promisify(execFile)('mkfifo', [at('pipe')])
  expect(() => writeProjectFile({ root }, 'posts/a.md', 'ours')).toThrow('it is not a file')
  expect(() => writeProjectFile({ root }, 'pipe', 'ours')).toThrow('it is not a file')
  expect(() => writeProjectFile({ root }, 'dist/a.html', 'ours')).toThrow('dist is not a folder')
  await expect(replaceProjectFolder({ root }, 'dist', new Map())).rejects.toThrow('it is not a folder')
  expect(() => makeProjectFolder({ root }, 'dist')).toThrow('it is not a folder')
  expect(await list()).toEqual(['dist', 'pipe', 'posts', 'posts/a.md'])
})

test('of several that make the same file one succeeds', async () => {
  expect(createProjectFile({ root }, '.sandbox/server.json', 'one')).toBe(true)
  expect(createProjectFile({ root }, '.sandbox/server.json', 'two')).toBe(false)
  expect(await read('.sandbox/server.json')).toBe('one')
})

test('a folder is replaced whole, or stays as it was', async () => {
  const entries = new Map([
    ['index.html', { content: 'one' }],
    ['media/a.png', { copyOf: path.join(outside.folder, 'pictures/one.png') }],
  ])
  await replaceProjectFolder({ root }, 'dist/preview', new Map([['old.html', { content: 'old' }]]))
  await replaceProjectFolder({ root }, 'dist/preview', entries)
  const whole = [
    'dist',
    'dist/preview',
    'dist/preview/index.html',
    'dist/preview/media',
    'dist/preview/media/a.png',
  ]
  expect(await list()).toEqual(whole)
  expect(await read('dist/preview/media/a.png')).toBe('mine')

  const gone = path.join(outside.folder, 'gone.png')
  const broken = new Map([...entries, ['media/b.png', { copyOf: gone }]])
  await expect(replaceProjectFolder({ root }, 'dist/preview', broken)).rejects.toThrow(
    `dist/preview cannot be replaced: ${gone}, of which it holds a copy, is gone.`,
  )
  const leading = new Map([['../../../a.html', { content: 'ours' }]])
  await expect(replaceProjectFolder({ root }, 'dist/preview', leading)).rejects.toThrow('that is no name')
  expect(await list()).toEqual(whole)
})

test('a folder that holds a link is replaced without touching what the link leads to', async () => {
  await outside.link(root, 'dist/preview/media', 'pictures')
  await replaceProjectFolder({ root }, 'dist/preview', new Map([['media/one.png', { content: 'ours' }]]))
  expect(await read('dist/preview/media/one.png')).toBe('ours')
})

test('a file that was named at the terminal may lie outside, but not behind a link', async () => {
  const out = await mkdtemp(path.join(tmpdir(), 'rensai-out-'))
  try {
    writeNamedFile({ root }, path.join(out, 'plan.json'), '{}')
    expect(await readFile(path.join(out, 'plan.json'), 'utf8')).toBe('{}')
    writeNamedFile({ root }, at('plan.json'), '{}')
    expect(await list()).toEqual(['plan.json'])

    await outside.link(root, 'linked.json', 'profile.md')
    await outside.link(root, 'plans', '.')
    await outside.link(out, 'plan.json', 'new.json')
    const refuses = (file: string, reason: string): void =>
      expect(() => writeNamedFile({ root }, file, '{}')).toThrow(`${file} cannot be written: ${reason}.`)
    refuses(at('linked.json'), 'it is a symbolic link')
    refuses(at('plans/new.json'), 'plans is a symbolic link')
    refuses(path.join(out, 'plan.json'), 'it is a symbolic link')
    refuses(path.join(out, 'nowhere/plan.json'), 'its folder does not exist')
    refuses('/dev/null', 'it is not a file')
    refuses(out, 'it is not a file')
  } finally {
    await rm(out, { recursive: true })
  }
})

/** Runs a module that has `write`, `root` and `pause` in a process of its own. */
function runScript(script: string, shell = 'exec "$@"'): ChildProcess {
  const prelude = `
    import { writeProjectFile } from ${JSON.stringify(path.resolve('src/files/write.ts'))}
    const root = ${JSON.stringify(root)}
    const write = (name, content) => writeProjectFile({ root }, name, content)
  `
  const node = [process.execPath, '--import', 'tsx', '--input-type=module', '-e', prelude + script]
  const child = spawn('bash', ['-c', shell, 'bash', ...node], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.push(child)
  return child
}

test('where the disk takes no more, the old file stays, and nothing beside it', async () => {
  writeProjectFile({ root }, 'a.md', 'old')
  // Files of at most 8 blocks of 1024 bytes: the write ends in the middle.
  const child = runScript(
    `try { write('a.md', 'x'.repeat(20_000)) } catch (error) { console.log(error.name, error.message) }`,
    'ulimit -f 8; exec "$@"',
  )
  const [said] = (await once(child.stdout ?? child, 'data')) as [Buffer]
  await once(child, 'close')
  expect(String(said).trim()).toBe('UserError a.md cannot be written: it is larger than a file may be here.')
  expect(await list()).toEqual(['a.md'])
  expect(await read('a.md')).toBe('old')
})

test('who may not write is told so', async () => {
  writeProjectFile({ root }, 'posts/a.md', 'old')
  writeProjectFile({ root }, 'read-only.md', 'old')
  await chmod(at('read-only.md'), 0o444)
  await chmod(at('posts'), 0o555)
  await chmod(root, 0o777)
  const child = runScript(
    `// Root may do everything, so it becomes nobody.
    if (process.getuid() === 0) process.setuid(65534)
    for (const name of ['posts/a.md', 'posts/new.md', 'read-only.md']) {
      try { write(name, 'new') } catch (error) { console.log(error.message) }
    }`,
  )
  let said = ''
  child.stdout?.on('data', (data) => (said += String(data)))
  await once(child, 'close')
  await chmod(at('posts'), 0o755)
  expect(said.trim().split('\n')).toEqual(
    ['posts/a.md', 'posts/new.md', 'read-only.md'].map(
      (name) => `${name} cannot be written: you have no permission to write there.`,
    ),
  )
  expect(await list()).toEqual(['posts', 'posts/a.md', 'read-only.md'])
})

test.each([
  ['an article', 'posts/a.md', 20_000],
  ['a picture', 'images/a.png', 4_000_000],
])('a kill at any time leaves %s old or new, never half', async (_, name, size) => {
  const whole = ['a', 'b'].map((letter) => letter.repeat(size))
  writeProjectFile({ root }, name, whole[0] ?? '')
  const seen = new Set<string>()
  for (let round = 0; round < 5; round += 1) {
    const child = runScript(`
      console.log('ready')
      for (;;) for (const letter of 'ab') write(${JSON.stringify(name)}, Buffer.from(letter.repeat(${size})))
    `)
    await once(child.stdout ?? child, 'data')
    // Somebody who reads meanwhile never sees half a file either.
    const until = Date.now() + 30 + round * 7
    while (Date.now() < until) {
      const content = await read(name)
      expect(whole.includes(content)).toBe(true)
      await wait(1)
    }
    child.kill('SIGKILL')
    await once(child, 'close')
    const content = await read(name)
    expect(whole.includes(content)).toBe(true)
    seen.add(content.slice(0, 1))
  }
  expect(seen.size).toBeGreaterThan(0)
  const left = (await list()).filter((file) => ![name, path.dirname(name)].includes(file))
  for (const file of left) expect(path.basename(file)).toMatch(/^\.rensai-[0-9a-f]{12}\.tmp$/)
})

test.runIf(process.platform === 'linux')(
  'a folder that becomes a link while it is written to leads nothing outside',
  async () => {
    const child = runScript(`
    console.log('ready')
    for (;;) {
      try { write('posts/new.md', 'ours') } catch (error) { if (error.reason === undefined) throw error }
    }
  `)
    await once(child.stdout ?? child, 'data')
    let turns = 0
    const until = Date.now() + 2000
    while (Date.now() < until) {
      // The writer makes the folder again whenever it is away, so each step may come too late.
      ifItCan(() => renameSync(at('posts'), at(`aside-${turns}`)))
      ifItCan(() => symlinkSync(outside.folder, at('posts')))
      for (const end = performance.now() + (turns % 10) / 50; performance.now() < end; );
      ifItCan(() => unlinkSync(at('posts')))
      ifItCan(() => rmSync(at(`aside-${turns}`), { recursive: true, force: true }))
      turns += 1
    }
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(turns).toBeGreaterThan(100)
  },
)

function ifItCan(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}
