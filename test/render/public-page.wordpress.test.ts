import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linesOf, wordsOf } from '../helpers/html-text.ts'
import { copyProject } from '../helpers/project.ts'
import { elementNames, plainCharacters, readCode, readPublicPage } from '../helpers/public-page.ts'
import { publishProject } from '../helpers/publish-project.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'
import { commonmarkExamples, gfmExamples, withoutRawHtml } from '../helpers/spec-examples.ts'

const fixture = join(import.meta.dirname, '../fixtures/conformance/project')

describe('the public page', () => {
  let sandbox: TestSandbox

  beforeAll(async () => {
    sandbox = await startTestSandbox()
  })

  afterAll(() => sandbox?.stop())

  describe.each(['blocks', 'html'] as const)('of content in format %s', (format) => {
    it.each([
      { name: 'CommonMark 0.31', examples: commonmarkExamples },
      { name: 'GFM 0.29', examples: gfmExamples },
    ])(
      'shows every example of $name without raw HTML as the specification means it',
      async ({ examples }) => {
        const wanted = withoutRawHtml(examples)
        const rendered = await renderMarkdown(
          wanted.map(({ markdown }) => markdown),
          { format },
        )
        const content = rendered.map((post) => post.content).join('\n\n')
        const page = await publish(content)

        const spec = JSDOM.fragment(wanted.map(({ html }) => html).join('\n'))
        expect(wordsOf(page).map(plainCharacters)).toEqual(wordsOf(spec).map(plainCharacters))
        expect(readCode(page)).toEqual(readCode(JSDOM.fragment(content)))
        expect(elementNames(page)).toEqual(elementNames(JSDOM.fragment(content)))
      },
    )
  })

  it.each(['blocks', 'html'] as const)(
    'of an article in format %s reads as its Markdown does',
    async (format) => {
      const project = await copyProject(fixture)
      try {
        await project.edit('wp.config.json', (text) => text.replace('{', `{ "format": "${format}",`))
        const published = await publishProject(project.config, sandbox.environment)
        for (const { slug, link } of published) {
          const text = await readFile(join(fixture, 'pages', `${slug}.txt`), 'utf8')
          // The core footnotes block puts the link back behind the note.
          const expected = format === 'html' ? text : text.replace(/^↑ (.*)$/gm, '$1 ↩︎')
          const page = await readPublicPage(link)
          expect(plainCharacters(linesOf(page).join('\n'))).toBe(plainCharacters(expected.trimEnd()))
        }
        expect(published.map(({ slug }) => slug).sort()).toEqual([
          'everything-jp',
          'shortcodes-en',
          'structure-jp',
          'technical-jp',
        ])
      } finally {
        await project.remove()
      }
    },
  )

  async function publish(content: string) {
    const post = { title: 'On the page', content, status: 'publish' }
    const { link } = await sandbox.rest<{ link: string }>('POST', '/wp/v2/posts', post)
    return readPublicPage(link)
  }
})
