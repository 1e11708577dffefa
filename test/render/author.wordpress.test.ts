import { join } from 'node:path'
import { diffLines } from 'diff'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validateBlocks } from '../helpers/editor.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'
import { renderProject } from '../helpers/render-project.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'
import { commonmarkExamples, gfmExamples, withoutRawHtml } from '../helpers/spec-examples.ts'

const project = join(import.meta.dirname, '../fixtures/conformance/project/wp.config.json')

/** WordPress cuts what it takes for a scheme that it does not know (wp_kses_bad_protocol), whoever writes it. */
const cutSchemes = [
  '- <p><a href="foo):">link</a></p>',
  '+ <p><a href="">link</a></p>',
  '- <p><a href="MAILTO:FOO@BAR.BAZ">MAILTO:FOO@BAR.BAZ</a></p>',
  '+ <p><a href="mailto:FOO@BAR.BAZ">MAILTO:FOO@BAR.BAZ</a></p>',
  '- <p><a href="a+b+c:d">a+b+c:d</a></p>',
  '+ <p><a href="d">a+b+c:d</a></p>',
  '- <p><a href="made-up-scheme://foo,bar">made-up-scheme://foo,bar</a></p>',
  '+ <p><a href="//foo,bar">made-up-scheme://foo,bar</a></p>',
  '- <p><a href="localhost:5001/foo">localhost:5001/foo</a></p>',
  '+ <p><a href="5001/foo">localhost:5001/foo</a></p>',
]

describe('content of a user without unfiltered_html', () => {
  let sandbox: TestSandbox
  let author: Record<string, string>

  beforeAll(async () => {
    sandbox = await startTestSandbox()
    author = await sandbox.createUser('writer', 'author')
  })

  afterAll(() => sandbox?.stop())

  describe.each(['blocks', 'html'] as const)('in format %s', (format) => {
    it('keeps every example of CommonMark and GFM without raw HTML', async () => {
      const examples = withoutRawHtml([...commonmarkExamples, ...gfmExamples])
      const rendered = await renderMarkdown(
        examples.map(({ markdown }) => markdown),
        { format },
      )
      const sent = rendered.map(({ content }) => content).join('\n\n')
      const stored = await store(sent)
      expect(differences(sent, stored)).toEqual(cutSchemes)
      if (format === 'blocks') expect(await faults(stored)).toEqual([])
    })

    it('keeps all that an article with every construct holds', async () => {
      for (const sent of (await renderProject(project, format)).values()) {
        const stored = await store(sent)
        expect(differences(copied(sent), stored)).toEqual([])
        if (format === 'blocks') expect(await faults(stored)).toEqual([])
      }
    })
  })

  /** Publishes content as the author; returns what WordPress has stored. */
  async function store(content: string): Promise<string> {
    const login = Buffer.from(`${author.WP_USERNAME}:${author.WP_APP_PASSWORD}`).toString('base64')
    const response = await fetch(`${sandbox.url}/wp-json/wp/v2/posts?context=edit`, {
      method: 'POST',
      // Rendering hundreds of examples takes as long as the server keeps a connection open.
      headers: { authorization: `Basic ${login}`, 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ title: 'Of an author', content, status: 'publish' }),
    })
    expect(response.status).toBe(201)
    const post = (await response.json()) as { content: { raw: string } }
    return post.content.raw
  }
})

/** WordPress takes it for no style that it knows (safecss_filter_attr): numbers and signs of code are copied with it. */
function copied(content: string): string {
  return content.replaceAll(/(?: style="|;)-webkit-user-select:none;user-select:none"/g, (style) =>
    style.startsWith(';') ? '"' : '',
  )
}

/** Lines that mean something else; how `&`, `[` and void elements are spelt does not count. */
function differences(sent: string, stored: string): string[] {
  return diffLines(asParsed(sent), asParsed(stored)).flatMap(({ value, added, removed }) =>
    added || removed ? [`${added ? '+' : '-'} ${value.trimEnd()}`] : [],
  )
}

function asParsed(html: string): string {
  return new JSDOM(`<body>${html}`).window.document.querySelector('body')?.outerHTML ?? ''
}

/** What the editor objects to, but for the spelling that saving would mend. */
async function faults(content: string) {
  return (await validateBlocks(content)).filter(({ reason }) => reason !== 'not-canonical')
}
