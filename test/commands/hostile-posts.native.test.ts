import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { startTestNative, type TestSandbox } from '../helpers/sandbox.ts'

let wordpress: TestSandbox
let project: Project

beforeAll(async () => {
  ;[wordpress, project] = await Promise.all([startTestNative(), copyProject('test/fixtures/pair')])
})

afterAll(async () => {
  await wordpress?.stop()
  await project?.remove()
})

/** What somebody with a login can save, as large as WordPress takes it. */
const HOSTILE: Readonly<Record<string, string>> = {
  delimiters: '<!-- wp:a { -->'.repeat(16_000),
  'open-blocks': '<!-- wp:group -->\n<div>\n'.repeat(1000),
  divisions: '<div>'.repeat(5000),
  markers: '<!-- rensai {'.repeat(8000),
  headings: '<h2 '.repeat(25_000),
  comments: '<!--'.repeat(25_000),
  emphasis: '<b>'.repeat(30_000),
  links: '<a href=x>'.repeat(10_000),
  brackets: `<p>${'['.repeat(50_000)}</p>`,
  lists: '<ul><li>'.repeat(10_000),
  attributes: `<p ${'a="'.repeat(30_000)}`,
  sentences: `<!-- wp:paragraph -->\n<p>${'文章です。'.repeat(6000)}</p>\n<!-- /wp:paragraph -->`,
}

/** Where an article could not say it; all others are brought here. */
const TOO_DEEP = ['divisions', 'emphasis', 'links', 'lists', 'open-blocks']

const run = (args: readonly string[]) => runCli([...args, '--config', project.config], wordpress.environment)

test('whatever posts hold, a plan tells it, pull ends, and the article beside them goes on', async () => {
  const names = Object.keys(HOSTILE)
  for (const name of [...names, 'beside']) {
    await writeFile(
      path.join(project.root, `posts/${name}.md`),
      `---\ntitle: ${name}\nstatus: draft\n---\n\nText of ${name}.\n`,
    )
  }
  expect((await run(['publish', '--create-categories'])).exitCode).toBe(0)
  const posts = await wordpress.rest<{ id: number; slug: string }[]>(
    'GET',
    '/wp/v2/posts?status=draft&per_page=100&_fields=id,slug',
  )
  expect(posts.map(({ slug }) => slug).sort()).toEqual([...names, 'beside'].sort())
  for (const { id, slug } of posts) {
    const content = HOSTILE[slug]
    await wordpress.rest(
      'POST',
      `/wp/v2/posts/${id}?_fields=id`,
      content === undefined ? { title: 'Edited' } : { content },
    )
  }

  const plan = await run(['plan', '--all'])
  expect(plan.exitCode).toBe(4)
  for (const name of names) expect(plan.stderr).toMatch(new RegExp(`drift +${name}: content`))
  expect(plan.stderr).toMatch(/drift +beside: title/)

  const pulled = await run(['pull', ...names, 'beside'])
  expect(pulled.exitCode).toBe(4)
  const left = [...pulled.stderr.matchAll(/posts\/([\w-]+)\.md is left as it is: .*nested too deep/g)]
  expect(left.map(([, name]) => name).sort()).toEqual(TOO_DEEP)
  expect(await readFile(path.join(project.root, 'posts/beside.md'), 'utf8')).toMatch(/^title: .*Edited/m)
})
