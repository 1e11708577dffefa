import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { type PublishedPost, publishProject } from '../helpers/publish-project.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

const SLUG = 'copilot-server-error-504-en'

let wordpress: TestSandbox
let project: Project
let published: readonly PublishedPost[]

beforeAll(async () => {
  ;[wordpress, project] = await Promise.all([startTestSandbox(), copyProject('.')])
  published = await publishProject(project.config, wordpress.environment)
})

afterAll(async () => {
  await wordpress?.stop()
  await project?.remove()
})

const run = (command: string, ...args: string[]) =>
  runCli([command, '--config', project.config, ...args], wordpress.environment)

const route = (): string => `/wp/v2/posts/${published.find(({ slug }) => slug === SLUG)?.id}`

async function content(): Promise<string> {
  const post = await wordpress.rest<{ content: { raw: string } }>('GET', `${route()}?context=edit`)
  return post.content.raw
}

/** Saves the post as somebody does who takes its first block, which carries the marker, for another one. */
async function saveWithoutMarker(edit: (text: string) => string): Promise<void> {
  const text = edit(await content()).replace(/ \{"metadata":\{"rensai":.*?\}\}\}(?= -->)/, '')
  expect(text).not.toContain('rensai":{')
  await wordpress.rest('POST', route(), { content: text })
}

test('a post that lost its marker in wp-admin is still ours, and the edit is drift', async () => {
  await saveWithoutMarker((text) =>
    text.replace('<h2', '<h2 class="x"').replace('class="x" class="', 'class="x '),
  )
  const plan = await run('publish', '--json')
  expect(plan.exitCode).toBe(4)
  expect(plan.json()).toMatchObject({
    changes: [],
    conflicts: [],
    drift: [{ slug: SLUG, fields: ['content'] }],
    requests: { mutating: 0 },
  })
  const history = await run('history', SLUG)
  expect(history.stderr + history.stdout).toContain('as published from here')
})

test('edited in the file, too, it is a conflict and nothing is written', async () => {
  const file = `posts/${SLUG}.md`
  const text = await readFile(path.join(project.root, file), 'utf8')
  await project.edit(file, (old) => `${old}\nOne more line.\n`)
  const both = await run('publish', '--json')
  expect(both.json()).toMatchObject({
    drift: [],
    conflicts: [{ slug: SLUG, reason: 'both-edited', fields: ['content'] }],
    requests: { mutating: 0 },
  })
  await project.edit(file, () => text)
})

test('pulled and changed here, it is published with its marker', async () => {
  await saveWithoutMarker((text) => text.replace('</p>', ' And so on.</p>'))
  const pulled = await run('pull', SLUG)
  expect(pulled).toMatchObject({ exitCode: 0 })
  expect(await readFile(path.join(project.root, `posts/${SLUG}.md`), 'utf8')).toContain('And so on.')
  expect((await run('publish', '--json')).json()).toMatchObject({ changes: [], drift: [], conflicts: [] })

  await project.edit(`posts/${SLUG}.md`, (text) => `${text}\nOne more line.\n`)
  expect((await run('publish', '--json')).json()).toMatchObject({
    outcomes: [{ kind: 'update-post', slug: SLUG, status: 'applied' }],
  })
  expect(await content()).toMatch(/^<!-- wp:paragraph \{"metadata":\{"rensai":/)
})

test('a version from before is restored with the marker', async () => {
  await saveWithoutMarker((text) => text.replace('And so on.', 'And so forth.'))
  expect(await run('rollback', SLUG, '--yes')).toMatchObject({ exitCode: 0 })
  expect(await content()).toMatch(/^<!-- wp:paragraph \{"metadata":\{"rensai":/)
  expect(await content()).toContain('And so on.')
})
