import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { watchedPaths } from '../../src/preview/live/watched-paths.ts'
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

test('a picture that is missing is looked out for where it should be, and found when it comes', async () => {
  const post = 'posts/copilot-server-error-504-en.md'
  await project.edit(post, (text) => text.replace('../images/featured-504.png', '../drawings/504.png'))
  await workspace.update(new Set([path.join(project.root, post)]))
  expect(watchedPaths(workspace.snapshot())).toContain(path.join(project.root, 'drawings'))
  const picture = path.join(project.root, 'drawings/504.png')
  await mkdir(path.dirname(picture))
  await copyFile(path.join(project.root, 'images/featured-504.png'), picture)
  await workspace.update(new Set([picture]))
  const article = workspace.snapshot().articles.get('copilot-server-error-504-en')
  expect(article?.rendered?.post.featuredMedia?.path).toBe('drawings/504.png')
})
