import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkspace, type Workspace } from '../../src/preview/live/workspace.ts'
import { copyProject, type Project } from '../helpers/project.ts'

let project: Project
let workspace: Workspace

beforeEach(async () => {
  project = await copyProject('.')
  workspace = await openWorkspace(project.config)
})

afterEach(async () => {
  await project.remove()
})

test('a broken configuration leaves the last good state, and what changed meanwhile is not lost', async () => {
  const post = 'posts/copilot-server-error-504-en.md'
  const good = workspace.snapshot()
  await project.edit('wp.config.json', (text) => text.replace('"site"', '"sight"'))
  await workspace.update(new Set([project.config]))
  expect(workspace.problem()?.message).toContain('site: Invalid input')
  expect(workspace.snapshot()).toBe(good)

  await project.edit(post, (text) => `${text}\nMeanwhile.\n`)
  await workspace.update(new Set([path.join(project.root, post)]))
  expect(workspace.problem()?.message).toContain('site: Invalid input')

  await project.edit('wp.config.json', (text) => text.replace('"sight"', '"site"'))
  await workspace.update(new Set([project.config]))
  expect(workspace.problem()).toBeUndefined()
  const article = workspace.snapshot().articles.get('copilot-server-error-504-en')
  expect(article?.rendered?.content).toContain('Meanwhile.')
})
