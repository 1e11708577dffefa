import { JSDOM } from 'jsdom'
import { visit } from 'unist-util-visit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/render/markdown.ts'
import { wordsOf } from '../helpers/html-text.ts'
import { elementNames, plainCharacters, readCode, readPublicPage } from '../helpers/public-page.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'
import { commonmarkExamples, gfmExamples } from '../helpers/spec-examples.ts'

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
        const wanted = examples.filter(({ markdown }) => !holdsHtml(markdown))
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

  async function publish(content: string) {
    const post = { title: 'On the page', content, status: 'publish' }
    const { link } = await sandbox.rest<{ link: string }>('POST', '/wp/v2/posts', post)
    return readPublicPage(link)
  }
})

/** Half an element, as the specifications have it in raw HTML, swallows what follows on a page. */
function holdsHtml(markdown: string): boolean {
  let found = false
  visit(parseMarkdown(markdown), 'html', () => {
    found = true
  })
  return found
}
