import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

let wordpress: TestSandbox
let project: Project

beforeAll(async () => {
  wordpress = await startTestSandbox()
  project = await copyProject('test/fixtures/pair')
})

afterAll(async () => {
  await wordpress?.stop()
  await project?.remove()
})

/** Wider than `images.maxWidth`, so that it has to be read, and of a size that does not compress to nothing. */
function noise(): Sharp {
  const grain = { type: 'gaussian', mean: 128, sigma: 60 } as const
  return sharp({ create: { width: 400, height: 200, channels: 3, background: '#369', noise: grain } })
}

async function writeArticle(slug: string, picture: string): Promise<void> {
  const matter = ['---', `title: About ${slug}`, `slug: ${slug}`, 'status: publish', '---']
  const text = [...matter, '', `![A picture](../images/${picture})`, ''].join('\n')
  await writeFile(path.join(project.root, `posts/${slug}.md`), text)
}

async function writePicture(name: string, bytes: Buffer): Promise<void> {
  await writeFile(path.join(project.root, 'images', name), bytes)
}

async function publish() {
  return await runCli(
    ['publish', '--json', '--create-categories', '--config', project.config],
    wordpress.environment,
  )
}

interface Outcome {
  readonly slug?: string
  readonly path?: string
  readonly status: string
  readonly error?: string
}

test('pictures that are cut off fail by name, what shows them is skipped, and all else is published', async () => {
  await project.edit('wp.config.json', (text) =>
    text.replace('"categories"', '"images": { "maxWidth": 100 }, "categories"'),
  )
  const [png, jpeg] = [await noise().png().toBuffer(), await noise().jpeg().toBuffer()]
  await writePicture('half.png', png.subarray(0, png.length / 2))
  await writePicture('half.jpg', jpeg.subarray(0, jpeg.length / 2))
  // Enough to be measured, not enough to be looked through for where it was taken.
  await writePicture('head.png', png.subarray(0, 40))
  await writeArticle('cut-png', 'half.png')
  await writeArticle('cut-jpeg', 'half.jpg')
  await writeArticle('cut-head', 'head.png')

  expect((await runCli(['check', '--config', project.config])).exitCode).toBe(0)
  const result = await publish()
  expect(result.exitCode, result.stderr).toBe(5)
  const { outcomes } = result.json() as { outcomes: Outcome[] }
  const told = outcomes.flatMap(({ slug, path: file, status, error = '' }) =>
    status === 'applied'
      ? []
      : [`${slug ?? file} ${status}: ${error.replace(/(?<=cannot be read \().+(?=\)\.$)/, 'WHY')}`],
  )
  expect(told.sort()).toEqual([
    'cut-head skipped: "cut-head" was left as it is: the picture images/head.png could not be made.',
    'cut-jpeg skipped: "cut-jpeg" was left as it is: the picture images/half.jpg could not be made.',
    'cut-png skipped: "cut-png" was left as it is: the picture images/half.png could not be made.',
    'images/half.jpg failed: The picture images/half.jpg cannot be read (WHY).',
    'images/half.png failed: The picture images/half.png cannot be read (WHY).',
    'images/head.png failed: The picture images/head.png cannot be read (WHY).',
  ])
  expect(result.stderr).toContain('The file is damaged or was copied only in part: ')
  const posts = await wordpress.rest<{ slug: string }[]>('GET', '/wp/v2/posts?status=any&per_page=100')
  expect(
    posts
      .map(({ slug }) => slug)
      .filter((slug) => /name|cut/.test(slug))
      .sort(),
  ).toEqual(['first-name-en', 'second-name-en'])

  await writePicture('half.png', png)
  await writePicture('half.jpg', jpeg)
  await writePicture('head.png', await readFile(path.join(project.root, 'images/dot.png')))
  const mended = await publish()
  expect(mended.exitCode, mended.stderr).toBe(0)
  expect((await publish()).json()).toMatchObject({ changes: [], unchanged: 5 })
})
