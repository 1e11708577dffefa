import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { preview } from '../../src/commands/preview.ts'
import { openWorkspace } from '../../src/preview/live/workspace.ts'
import { pictureOfThumbnail } from '../../src/preview/thumbnails.ts'
import { captureOutput } from '../helpers/output.ts'
import { copyProject, type Project } from '../helpers/project.ts'

let project: Project

beforeEach(async () => {
  project = await copyProject('.')
})

afterEach(async () => {
  await project.remove()
})

const folder = (): string => path.join(project.root, 'dist/preview')
const build = (): Promise<number> => preview({ config: project.config }, captureOutput())
const listThumbnails = (): Promise<string[]> => readdir(path.join(folder(), 'thumbnails'))
const readIndex = (): Promise<string> => readFile(path.join(folder(), 'index.html'), 'utf8')

test('the index shows small copies of the featured pictures, of a fixed size and loaded when they are seen', async () => {
  await build()
  const names = await listThumbnails()
  // One picture for both languages of an article.
  expect(names).toHaveLength(3)
  for (const name of names) {
    const bytes = await readFile(path.join(folder(), 'thumbnails', name))
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 112, height: 64 })
    expect(bytes.length).toBeLessThan(8000)
  }
  const images = (await readIndex()).match(/<img [^>]*>/g) ?? []
  expect(images).toHaveLength(3)
  for (const image of images) {
    expect(image).toMatch(
      /^<img src="thumbnails\/[0-9a-f]{16}\.webp" alt="" width="56" height="32" loading="lazy"/,
    )
  }
})

test('a picture that did not change is not scaled again, one that did is', async () => {
  await build()
  const before = await Promise.all(
    (await listThumbnails()).map((name) => readFile(path.join(folder(), 'thumbnails', name))),
  )
  const kept = path.join(project.root, '.rensai/thumbnails')
  const parts = await readdir(kept)
  expect(parts.length).toBeGreaterThan(0)
  await writeFile(
    path.join(project.root, 'images/featured-502.png'),
    await sharp({ create: { width: 1200, height: 630, channels: 3, background: '#a00' } })
      .png()
      .toBuffer(),
  )
  await build()
  const after = await Promise.all(
    (await listThumbnails()).map((name) => readFile(path.join(folder(), 'thumbnails', name))),
  )
  expect(after.filter((bytes, index) => !bytes.equals(before[index] ?? Buffer.of()))).toHaveLength(1)
})

test('a picture that is cut off has no small copy, and the preview is built all the same', async () => {
  await truncate(path.join(project.root, 'images/featured-502.png'), 2000)
  await build()
  expect(await listThumbnails()).toHaveLength(2)
})

test('where no article has a picture, there is no column for it', async () => {
  for (const name of ['502', '504']) {
    for (const language of ['en', 'jp']) {
      await project.edit(`posts/copilot-server-error-${name}-${language}.md`, (text) =>
        text.replace(/^featured_image:.*\n/m, ''),
      )
    }
  }
  for (const language of ['en', 'jp']) {
    await project.edit(`posts/copilot-stream-terminated-${language}.md`, (text) =>
      text.replace(/^featured_image:.*\n/m, ''),
    )
  }
  await build()
  const index = await readIndex()
  expect(index).not.toContain('data-column="picture"')
  expect(index).not.toContain('<img')
})

test('the live preview finds the picture behind the address of its small copy', async () => {
  await build()
  const workspace = await openWorkspace(project.config)
  const found = (await listThumbnails()).map(
    (name) => pictureOfThumbnail(`thumbnails/${name}`, workspace.snapshot())?.path,
  )
  expect(found.sort()).toEqual([
    'images/featured-502.png',
    'images/featured-504.png',
    'images/featured-stream-terminated.png',
  ])
  expect(pictureOfThumbnail('thumbnails/../posts/a.webp', workspace.snapshot())).toBeUndefined()
})
