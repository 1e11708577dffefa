import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { plainCharacters } from '../helpers/public-page.ts'
import { runPull } from '../helpers/pull-command.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

let wordpress: TestSandbox
let project: Project

const TITLES = [
  '<script> タグと Vec<T>',
  'A & B < C > D',
  '&lt;b&gt; と &copy; は文字',
  '<!-- 注 --> </title>',
]

const TAG = 'Map<K> & more'
const ALT = 'Option<T> & 図'

beforeAll(async () => {
  wordpress = await startTestSandbox()
  project = await copyProject('test/fixtures/pair')
})

afterAll(async () => {
  await wordpress?.stop()
  await project?.remove()
})

async function run(environment: Record<string, string>, ...args: string[]) {
  const result = await runCli([...args, '--json', '--config', project.config], environment)
  expect([0, 4], result.stderr).toContain(result.exitCode)
  return result.json()
}

async function documentAt(url: string, type: 'text/html' | 'text/xml') {
  const response = await fetch(url)
  expect(response.status, url).toBe(200)
  return new JSDOM(await response.text(), { contentType: type }).window.document
}

/** What readers see of an element, but for what WordPress makes of dashes and quotes. */
function seen(element: { readonly textContent: string | null } | null | undefined): string {
  return plainCharacters(element?.textContent?.trim() ?? '')
}

interface Post {
  readonly id: number
  readonly slug: string
  readonly link: string
  readonly title: { readonly raw: string; readonly rendered: string }
}

test.each(['administrator', 'author'])(
  'for an %s readers see each title and excerpt as it is written',
  async (role) => {
    const environment =
      role === 'author' ? await wordpress.createUser('writer', 'author') : wordpress.environment
    const texts = new Map(TITLES.map((title, index) => [`${role}-${index}`, title]))
    for (const [slug, title] of texts) {
      await writeFile(
        path.join(project.root, `posts/${slug}.md`),
        `---\ntitle: ${JSON.stringify(title)}\nslug: ${slug}\nstatus: publish\ntags: ["${TAG}"]\nfeatured_image: ../images/dot.png\n---\n\n本文の \`<div>\` と \`<script>\` & more ${slug}.\n\n![${ALT.replace('<', '\\<')}](../images/dot.png)\n`,
      )
    }
    const only = [...texts.keys()].flatMap((slug) => ['--only', slug])
    await run(environment, 'publish', ...only)

    const feed = await documentAt(`${wordpress.url}/?feed=rss2`, 'text/xml')
    const search = await documentAt(`${wordpress.url}/?s=${role}`, 'text/html')
    const found = [...search.querySelectorAll('.wp-block-post-title, .entry-title')].map(seen)
    for (const [slug, title] of texts) {
      const [post] = await wordpress.rest<Post[]>('GET', `/wp/v2/posts?context=edit&slug=${slug}`)
      if (post === undefined) expect.unreachable(slug)
      const shown = plainCharacters(title)
      const page = await documentAt(post.link, 'text/html')
      expect(seen(page.querySelector('h1'))).toBe(shown)
      expect(seen(page.querySelector('title')).startsWith(shown)).toBe(true)
      const items = [...feed.querySelectorAll('item')]
      const item = items.find((one) => one.querySelector('link')?.textContent === post.link)
      expect(seen(item?.querySelector('title'))).toBe(shown)
      // A description is HTML.
      const description = item?.querySelector('description')?.textContent ?? ''
      expect(JSDOM.fragment(description).textContent).toContain(`<div> と <script> & more ${slug}.`)
      expect(found).toContain(shown)
      const card = await documentAt(
        `${post.link}${post.link.includes('?') ? '&' : '?'}embed=true`,
        'text/html',
      )
      expect(seen(card.querySelector('.wp-embed-heading'))).toBe(shown)
      expect(card.querySelector('.wp-embed-excerpt')?.textContent).toContain(
        `本文の <div> と <script> & more ${slug}.`,
      )
      expect(
        page.querySelector('.wp-block-post-featured-image img, img.wp-post-image')?.getAttribute('alt'),
      ).toBe(ALT)
    }
    const [tag, ...others] = await wordpress.rest<{ name: string }[]>('GET', '/wp/v2/tags?search=Map')
    expect([tag?.name, others]).toEqual(['Map&lt;K&gt; &amp; more', []])
    expect(await run(environment, 'publish', ...only)).toMatchObject({
      changes: [],
      drift: [],
      requests: { mutating: 0 },
    })
  },
)

test('a title and an excerpt that somebody wrote in wp-admin come back as text, and are then settled', async () => {
  const [post] = await wordpress.rest<Post[]>('GET', '/wp/v2/posts?context=edit&slug=administrator-1')
  await wordpress.rest('POST', `/wp/v2/posts/${post?.id}`, { title: 'C &amp; <em>Vec&lt;T&gt;</em><br>"D"' })
  const result = await runPull(project.config, wordpress.environment, 'administrator-1')
  expect(result.exitCode, result.stderr).toBe(0)
  const text = await readFile(path.join(project.root, 'posts/administrator-1.md'), 'utf8')
  expect(/^title: .*$/m.exec(text)?.[0]).toBe(`title: "C & Vec<T> \\"D\\""`)
  expect(await run(wordpress.environment, 'publish', '--only', 'administrator-1')).toMatchObject({
    changes: [],
    drift: [],
    requests: { mutating: 0 },
  })
})
