import { copyFile, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { judgeChanged } from '../../src/commands/judge-changed.ts'
import { loadConfig } from '../../src/config/load.ts'
import { messagesToJson } from '../../src/report/messages.ts'
import { copyProject, type Project } from '../helpers/project.ts'

const PICTURE = 'images/featured-502.png'

let project: Project
/** Milliseconds that the clock of Rensai is ahead. */
let ahead: number

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  project = await copyProject('.')
  // Files as young as these are not trusted; Rensai's clock comes to them later.
  ahead = 10_000
  await project.edit('wp.config.json', (text) =>
    text.replace('{', '{ "rules": { "image-unused": "warn", "excerpt-given": "warn" },'),
  )
  await project.edit('posts/copilot-server-error-502-jp.md', (text) => text.replace(/^excerpt:.*\n/m, ''))
})

afterEach(async () => {
  vi.useRealTimers()
  await project.remove()
})

const at = (file: string): string => path.join(project.root, file)

async function check(): Promise<string[]> {
  vi.setSystemTime(performance.timeOrigin + performance.now() + ahead)
  const { articles, others } = await judgeChanged(await loadConfig(project.config))
  return messagesToJson([...articles, ...others]).map(
    ({ file, line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId} ${message}`,
  )
}

/** Puts a word into the kept verdict, which shows whether it was used. */
async function plant(): Promise<void> {
  const file = at('.rensai/verdict.json')
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('"reason":"', '"reason":"KEPT '))
}

const isKept = (messages: readonly string[]): boolean => messages.every((message) => message.includes('KEPT'))

async function keep(): Promise<string[]> {
  const messages = await check()
  await plant()
  return messages
}

test('where nothing changed, what was said is said again at the same places', async () => {
  const messages = await keep()
  expect(messages).toEqual([
    'posts/copilot-server-error-502-jp.md:2:1 excerpt-given The article has no excerpt.',
  ])
  const again = await check()
  expect(isKept(again)).toBe(true)
  expect(again.map((message) => message.replace('KEPT ', ''))).toEqual(messages)
  // The project may lie in a repository that does not know of the folder.
  expect(await readFile(at('.rensai/.gitignore'), 'utf8')).toBe('*\n')
})

test('an article that changed, came or went has all judged anew', async () => {
  await keep()
  await project.edit('posts/copilot-server-error-504-en.md', (text) => `${text}\n`)
  expect(isKept(await check())).toBe(false)
  await plant()
  await copyFile(at('posts/copilot-server-error-504-en.md'), at('posts/another-en.md'))
  expect((await check()).join('\n')).toContain('posts/another-en.md')
  await rm(at('posts/another-en.md'))
  expect(isKept(await check())).toBe(false)
})

test('a picture that changed, went or came has all judged anew', async () => {
  await keep()
  const bytes = await readFile(at(PICTURE))
  await writeFile(at(PICTURE), bytes.fill(0))
  await utimes(at(PICTURE), 0, 0)
  expect((await check()).join('\n')).toContain('image-usable')
  await copyFile(PICTURE, at(PICTURE))
  await keep()
  await rename(at(PICTURE), at('images/other.png'))
  expect((await check()).join('\n')).toContain('There is no picture')
  await rename(at('images/other.png'), at(PICTURE))
  await keep()
  await copyFile(PICTURE, at('images/other.png'))
  expect((await check()).join('\n')).toContain('images/other.png:1:1 image-unused')
})

test('what is said of a picture that no article shows is kept, too', async () => {
  await copyFile(PICTURE, at('images/other.png'))
  const messages = await keep()
  expect(messages).toContain('images/other.png:1:1 image-unused No article shows this picture.')
  expect(isKept(await check())).toBe(true)
})

test('where a picture is missing, all is judged every time', async () => {
  await rm(at(PICTURE))
  const messages = await check()
  expect(messages.join('\n')).toContain(PICTURE)
  expect(await check()).toEqual(messages)
  await copyFile(PICTURE, at(PICTURE))
  expect(await check()).toHaveLength(1)
})

test('another configuration has all judged anew, and another text of the same one', async () => {
  await keep()
  await project.edit('wp.config.json', (text) =>
    text.replace('"excerpt-given": "warn"', '"excerpt-given": "off"'),
  )
  expect(await check()).toEqual([])
  await keep()
  await project.edit('wp.config.json', (text) => `\n${text}`)
  await check()
  expect(await readFile(at('.rensai/verdict.json'), 'utf8')).not.toContain('KEPT')
})

test('a verdict ends with the day of an article to come, and with a clock that was set back', async () => {
  await project.edit('posts/copilot-server-error-504-jp.md', (text) =>
    text.replace(/^date:.*$/m, 'date: 2099-01-01 00:00:00'),
  )
  const messages = await keep()
  expect(messages.join('\n')).toContain('appears only on 2099')
  expect(isKept(await check())).toBe(true)
  const now = ahead
  ahead = Date.parse('2099-01-02T00:00:00Z') - performance.timeOrigin
  expect((await check()).join('\n')).not.toContain('appears only on 2099')
  await plant()
  ahead = now
  expect((await check()).join('\n')).toContain('appears only on 2099')
})

test('what changed while it was looked at is not trusted', async () => {
  ahead = 0
  await check()
  await expect(readFile(at('.rensai/verdict.json'))).rejects.toThrow('ENOENT')
})

test('a broken verdict and a folder that cannot be written to cost time and nothing else', async () => {
  const messages = await check()
  await writeFile(at('.rensai/verdict.json'), '{"version":')
  expect(await check()).toEqual(messages)
  await rm(at('.rensai'), { recursive: true })
  await writeFile(at('.rensai'), 'in the way')
  expect(await check()).toEqual(messages)
  expect(await check()).toEqual(messages)
})
