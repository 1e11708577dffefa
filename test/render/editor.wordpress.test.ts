import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LoopbackPage, launchChromium, openLoopbackPage } from '../helpers/chromium.ts'
import { logIn, openInEditor, type ShownBlock, type ShownPost } from '../helpers/editor-page.ts'
import { loadEditorWindow } from '../helpers/editor-window.ts'
import { publishProject } from '../helpers/publish-project.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'
import { commonmarkExamples, gfmExamples } from '../helpers/spec-examples.ts'

const project = join(import.meta.dirname, '../fixtures/conformance/project/wp.config.json')

/** Block types that only the widgets screen and the post editor's own page add. */
const WIDGETS = ['core/legacy-widget', 'core/widget-group']

describe('the real editor, in Chromium', () => {
  let sandbox: TestSandbox
  let browser: Browser
  let window: LoopbackPage

  beforeAll(async () => {
    ;[sandbox, browser] = await Promise.all([startTestSandbox(), launchChromium()])
    window = await openLoopbackPage(browser)
    const preferences = { 'core/edit-post': { welcomeGuide: false } }
    await sandbox.rest('POST', '/wp/v2/users/me', { meta: { persisted_preferences: preferences } })
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
    expect(faults(shown)).toEqual([])
    expect(shown.serialized).toBe(content.join('\n\n'))
  })

  it('opens the published articles with every construct and would save them as they are', async () => {
    const published = await publishProject(project, sandbox.environment)
    for (const { id, slug } of published) {
      const shown = await openInEditor(window.page, sandbox.url, id)
      expect({ slug, faults: faults(shown) }).toEqual({ slug, faults: [] })
      const { content } = await sandbox.rest<Stored>('GET', `/wp/v2/posts/${id}?context=edit`)
      expect(shown.serialized).toBe(content.raw)
    }
    expect(published.map(({ slug }) => slug).sort()).toEqual(['everything-jp', 'shortcodes-en'])
  })

  it('asked no other host for anything', () => {
    expect(window.blocked).toEqual([])
  })

  function createPost(content: string): Promise<{ id: number }> {
    return sandbox.rest('POST', '/wp/v2/posts', { title: 'In the editor', content, status: 'publish' })
  }
})

interface Stored {
  readonly content: { readonly raw: string }
}

/** The blocks that the editor cannot edit as what they are. */
function faults({ blocks }: ShownPost): ShownBlock[] {
  return blocks.filter(({ name, isValid }) => !isValid || name === 'core/freeform' || name === 'core/missing')
}
