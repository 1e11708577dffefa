import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { createJudge } from '../../src/judge/judge.ts'
import { Threads } from '../../src/threads/threads.ts'
import { copyProject, type Project } from '../helpers/project.ts'

/** Enough for threads, which render shares of 32. */
const COPIES = 14

let project: Project
let originals: readonly string[]

async function addCopies(prefix: string): Promise<void> {
  const posts = path.join(project.root, 'posts')
  for (const name of originals) {
    const text = await readFile(path.join(posts, name), 'utf8')
    for (let copy = 1; copy <= COPIES; copy += 1) {
      const slug = `${prefix}-${copy}-${name.replace(/\.md$/, '')}`.toLowerCase()
      const changed = text.replace(/^slug:.*\n/m, '').replace(/^---\n/, `---\nslug: ${slug}\n`)
      await writeFile(path.join(posts, `${prefix}-${copy}-${name}`), changed)
    }
  }
}

/** Every construct there is, and the articles of this repository, each several times. */
beforeEach(async () => {
  project = await copyProject('test/fixtures/conformance/project')
  const posts = path.join(project.root, 'posts')
  originals = (await readdir(posts)).filter((name) => name.endsWith('.md'))
  await addCopies('copy')
})

afterEach(async () => {
  vi.restoreAllMocks()
  await project.remove()
})

/** What a run makes of the folder, messages included. */
async function judge() {
  const { articles } = await createJudge(await loadConfig(project.config), { render: true }).judge()
  return [...articles].map(([key, { rendered, errors, draft }]) => {
    const messages = draft.source.file.messages.map(String)
    if (rendered === undefined) return { key, errors, messages }
    const { file, ...post } = rendered.post
    return { key, errors, messages, rendered: { ...rendered, post: { ...post, path: file.path } } }
  })
}

async function forget(): Promise<void> {
  await rm(path.join(project.root, '.rensai'), { recursive: true, force: true })
}

/** Runs something with threads that nothing is worth. */
async function alone<Result>(run: () => Promise<Result>): Promise<Result> {
  const { areWorth } = Threads.prototype
  Threads.prototype.areWorth = () => false
  try {
    return await run()
  } finally {
    Threads.prototype.areWorth = areWorth
  }
}

test('threads render what one process renders, from what they digested and from what is digested already', async () => {
  const run = vi.spyOn(Threads.prototype, 'run')
  const inThreads = await judge()
  const tasks = run.mock.calls.map(([task]) => task)
  expect(new Set(tasks)).toEqual(new Set(['digest', 'render']))
  // What a thread could not render would be rendered once more, here.
  const done = await Promise.all(run.mock.results.map(({ value }) => value as Promise<{ result: unknown[] }>))
  expect(done.flatMap(({ result }) => result)).not.toContain(undefined)
  for (const { rendered, errors } of inThreads) expect(rendered === undefined).toBe(errors > 0)
  await rm(path.join(project.root, '.rensai/renditions'), { recursive: true })
  expect(await judge()).toEqual(inThreads)
  await forget()
  expect(await alone(judge)).toEqual(inThreads)
})

test('what a thread throws is told as here', async () => {
  await project.edit('wp.config.json', (text) => {
    return JSON.stringify({ ...JSON.parse(text), highlight: 'shiki', shiki: { theme: 'no-such-theme' } })
  })
  await expect(judge()).rejects.toMatchObject({
    message: 'There is no highlighting theme "no-such-theme".',
    exitCode: 2,
  })
})

test('threads that were stopped are started again', async () => {
  const config = await loadConfig(project.config)
  const judgeOfFolder = createJudge(config, { render: true })
  const first = await judgeOfFolder.judge()
  await addCopies('again')
  const second = await judgeOfFolder.judge()
  expect(second.articles.size).toBe(first.articles.size + COPIES * originals.length)
})
