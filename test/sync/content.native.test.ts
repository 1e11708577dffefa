import path from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { readPublicPage } from '../helpers/public-page.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

let wordpress: TestSandbox
let author: Record<string, string>
let project: Project

beforeAll(async () => {
  wordpress = await startTestSandbox()
  author = await wordpress.createUser('writer', 'author')
  // Only administrators and editors create categories.
  await wordpress.rest('POST', '/wp/v2/categories', { name: 'NAME & more', slug: 'cat-name' })
})

afterAll(() => wordpress?.stop())

beforeEach(async () => {
  project = await copyProject('test/fixtures/pair')
})

afterEach(async () => {
  const posts = await wordpress.rest<Post[]>('GET', '/wp/v2/posts?status=any')
  for (const { id } of posts) await wordpress.rest('DELETE', `/wp/v2/posts/${id}?force=true`)
  await project.remove()
})

async function run(command: 'publish' | 'plan', environment: Record<string, string>) {
  const result = await runCli([command, '--json', '--config', project.config], environment)
  expect([0, 4], result.stderr).toContain(result.exitCode)
  return result.json()
}

/** Gives the first article another body. */
async function write(body: string): Promise<void> {
  await project.edit('posts/first-en.md', (text) =>
    text.replace(/(This article[^\n]*\n)[\s\S]*/, `$1\n${body}\n`),
  )
}

interface Post {
  readonly id: number
  readonly link: string
  readonly content: { readonly raw: string }
  readonly meta: { readonly footnotes?: string }
}

async function firstPost(): Promise<Post> {
  const [post] = await wordpress.rest<Post[]>('GET', '/wp/v2/posts?context=edit&slug=first-name-en')
  return post ?? expect.unreachable('the article is not on the site')
}

test.each(['blocks', 'html'])('links to sections outlive their headings in format %s', async (format) => {
  await project.edit('wp.config.json', (text) => text.replace('{', `{ "format": "${format}",`))
  await write('## 概要\n\nText.\n\n## Part & "two"\n\nText.')
  await run('publish', author)
  await write('## まとめ\n\nText.\n\n## Part three {#three}\n\nText.')
  await run('publish', author)

  const { id, link, content } = await firstPost()
  const page = await readPublicPage(link)
  for (const name of ['概要', 'part--two', 'まとめ', 'three']) {
    expect(page.querySelector(`[id="${name}"]`), name).not.toBeNull()
  }
  expect(await run('publish', author)).toMatchObject({ changes: [], requests: { mutating: 0 } })

  const edited = content.raw.replace('Text.', 'Edited.').replace('<a id="概要"></a>', '')
  await wordpress.rest('POST', `/wp/v2/posts/${id}`, { content: edited })
  expect(await run('plan', author)).toMatchObject({
    changes: [],
    conflicts: [],
    drift: [{ slug: 'first-name-en', fields: ['content'] }],
  })
})

test.each(['blocks', 'html'])('pictures are offered in smaller sizes in format %s', async (format) => {
  await project.edit('wp.config.json', (text) => text.replace('{', `{ "format": "${format}",`))
  await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#286' } })
    .png()
    .toFile(path.join(project.root, 'images/wide.png'))
  await write(
    '![Alone](../images/wide.png "Caption"){width=800}\n\nIn ![a line](../images/wide.png){width=40}.',
  )
  await run('publish', author)
  const page = await readPublicPage((await firstPost()).link)
  const pictures = [...page.querySelectorAll('img')].map((picture) => ({
    alt: picture.getAttribute('alt'),
    width: picture.getAttribute('width'),
    height: picture.getAttribute('height'),
    style: picture.getAttribute('style'),
    widths: picture.getAttribute('srcset')?.match(/\d+w/g),
  }))
  const widths = ['1600w', '300w', '1024w', '768w', '1536w']
  const full = { width: '1600', height: '900', widths }
  expect(pictures).toEqual(
    format === 'blocks'
      ? [
          // WordPress fills in the size of the file; its style sheet sets the height by the width.
          { alt: 'Alone', style: 'width:800px;height:auto', ...full },
          { alt: 'a line', style: 'width: 40px', ...full },
        ]
      : [
          { alt: 'Alone', style: null, width: '800', height: '450', widths },
          { alt: 'a line', style: null, width: '40', height: '23', widths },
        ],
  )
})

test('notes are the core footnotes block where the site has it, and an edit of them in wp-admin is drift', async () => {
  // WordPress has the block from 6.3 on; before, notes are a list in the content.
  const hasBlock = await wordpress.rest('GET', '/wp/v2/block-types/core/footnotes').then(
    () => true,
    () => false,
  )
  await write(
    'Text[^a] and[^b].\n\n[^a]: A *note* & "quotes", [second](./second-en.md).\n[^b]: 二つ目 \\\\ `x`.',
  )
  await run('publish', author)
  const { id, link } = await firstPost()
  const page = await readPublicPage(link)
  if (hasBlock) {
    const notes = [...page.querySelectorAll('ol.wp-block-footnotes > li')]
    expect(notes.map(({ textContent }) => textContent?.trim())).toEqual([
      'A note & “quotes”, second. ↩︎',
      '二つ目 \\ x. ↩︎',
    ])
    for (const note of notes) {
      expect(page.querySelector(`sup.fn a[href="#${note.getAttribute('id')}"]`)).not.toBeNull()
      expect(page.querySelector(`[id="${note.getAttribute('id')}-link"]`)).not.toBeNull()
    }
  } else {
    const notes = [...page.querySelectorAll('ol > li:has(> a[id^="fn-"])')]
    expect(notes.map(({ textContent }) => textContent?.trim())).toEqual([
      '↑ A note & “quotes”, second.',
      '↑ 二つ目 \\ x.',
    ])
    for (const name of ['a', 'b']) {
      expect(page.querySelector(`sup > a[href="#fn-${name}"][id="fnref-${name}"]`)).not.toBeNull()
      expect(page.querySelector(`li > a[href="#fnref-${name}"][id="fn-${name}"]`)).not.toBeNull()
    }
  }
  expect(await run('publish', author)).toMatchObject({ changes: [], requests: { mutating: 0 } })

  await write('Text[^a] and[^b].\n\n[^a]: A changed note.\n[^b]: 二つ目。')
  expect(await run('publish', author)).toMatchObject({
    changes: [{ fields: [hasBlock ? 'footnotes' : 'content'] }],
  })

  const now = await firstPost()
  const edit = hasBlock
    ? { meta: { footnotes: now.meta.footnotes?.replace('note', 'edited note') } }
    : { content: now.content.raw.replace('changed note', 'edited note') }
  await wordpress.rest('POST', `/wp/v2/posts/${id}`, edit)
  expect(await run('plan', author)).toMatchObject({
    changes: [],
    drift: [{ slug: 'first-name-en', fields: [hasBlock ? 'footnotes' : 'content'] }],
  })
  await write('No notes any more.')
  expect(await run('plan', author)).toMatchObject({
    conflicts: [{ fields: [hasBlock ? 'footnotes' : 'content'] }],
  })
})
