import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LoopbackPage, launchChromium, openLoopbackPage } from '../helpers/chromium.ts'
import { logIn, openInEditor } from '../helpers/editor-page.ts'
import { loadEditorWindow } from '../helpers/editor-window.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'
import { commonmarkExamples, gfmExamples } from '../helpers/spec-examples.ts'

/** Block types that only the widgets screen and the post editor's own page add. */
const WIDGETS = ['core/legacy-widget', 'core/widget-group']

describe('the real editor, in Chromium', () => {
  let sandbox: TestSandbox
  let browser: Browser
  let window: LoopbackPage

  beforeAll(async () => {
    ;[sandbox, browser] = await Promise.all([startTestSandbox(), launchChromium()])
    window = await openLoopbackPage(browser)
    await logIn(window.page, sandbox.url, { name: sandbox.username, password: sandbox.adminPassword })
  })

  afterAll(async () => {
    await browser?.close()
    await sandbox?.stop()
  })

  it('knows the same block types, with the same attributes in the same order, as the one under jsdom', async () => {
    const { id } = await createPost('<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->')
    await openInEditor(window.page, sandbox.url, id)
    const shown = await window.page.evaluate<Record<string, string>>(
      'Object.fromEntries(wp.blocks.getBlockTypes().map(({ name, attributes, supports }) => [name, JSON.stringify({ attributes, supports })]))',
    )
    for (const name of WIDGETS) delete shown[name]
    const { blocks } = await loadEditorWindow()
    const known = blocks
      .getBlockTypes()
      .map(({ name, attributes, supports }) => [name, JSON.stringify({ attributes, supports })])
    expect(Object.fromEntries(known)).toEqual(shown)
  })

  it.each([
    { name: 'CommonMark 0.31', examples: commonmarkExamples },
    { name: 'GFM 0.29', examples: gfmExamples },
  ])('opens every example of $name and would save it as it is', async ({ examples }) => {
    const rendered = await renderMarkdown(examples.map(({ markdown }) => markdown))
    const content = rendered.map((post) => post.content).filter((text) => text !== '')
    const { id } = await createPost(content.join('\n\n'))
    const shown = await openInEditor(window.page, sandbox.url, id)
    expect(shown.blocks.filter(({ name, isValid }) => !isValid || isFallback(name))).toEqual([])
    expect(shown.serialized).toBe(content.join('\n\n'))
  })

  it('asked no other host for anything', () => {
    expect(window.blocked).toEqual([])
  })

  function createPost(content: string): Promise<{ id: number }> {
    return sandbox.rest('POST', '/wp/v2/posts', { title: 'In the editor', content, status: 'publish' })
  }
})

function isFallback(name: string): boolean {
  return name === 'core/freeform' || name === 'core/missing'
}
