import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toFormerSpelling } from '../../src/content/former-spelling.ts'
import { lacksChromium } from '../helpers/chromium.ts'
import {
  type AdminWindow,
  openAdmin,
  openInEditor,
  type ShownBlock,
  type ShownPost,
} from '../helpers/editor-page.ts'
import { loadEditorWindow } from '../helpers/editor-window.ts'
import { publishProject } from '../helpers/publish-project.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'
import { commonmarkExamples, gfmExamples } from '../helpers/spec-examples.ts'

const project = join(import.meta.dirname, '../fixtures/conformance/project/wp.config.json')

/** Block types that the page of the post editor adds for the widgets screen. */
const WIDGETS = ['core/legacy-widget', 'core/widget-group']

describe.skipIf(lacksChromium)('the real editor, in Chromium', () => {
  let sandbox: TestSandbox
  let window: AdminWindow

  beforeAll(async () => {
    sandbox = await startTestSandbox()
    window = await openAdmin(sandbox)
  })

  afterAll(async () => {
    await window?.close()
    await sandbox?.stop()
  })

  it('opens every example of CommonMark and GFM and would save it as it is', async () => {
    const examples = [...commonmarkExamples, ...gfmExamples]
    const rendered = await renderMarkdown(examples.map(({ markdown }) => markdown))
    const content = rendered.map((post) => post.content).join('\n\n')
    const post = { title: 'In the editor', content, status: 'publish' }
    const { id } = await sandbox.rest<{ id: number }>('POST', '/wp/v2/posts', post)
    const shown = await openInEditor(window.page, sandbox.url, id)
    expect(faults(shown)).toEqual([])
    expect(toFormerSpelling(shown.serialized)).toBe(toFormerSpelling(content))
  })

  it('knows the same block types, with the same attributes in the same order, as the one under jsdom', async () => {
    const shown = await window.page.evaluate<Record<string, string>>(
      'Object.fromEntries(wp.blocks.getBlockTypes().map(({ name, attributes, supports }) => [name, JSON.stringify({ attributes, supports })]))',
    )
    for (const name of WIDGETS) delete shown[name]
    const { blocks } = await loadEditorWindow()
    const known = blocks
      .getBlockTypes()
      .map(({ name, attributes, supports }) => [name, JSON.stringify({ attributes, supports })])
    expect(shown).toEqual(Object.fromEntries(known))
  })

  it('opens the published articles with every construct and would save them as they are', async () => {
    const published = await publishProject(project, sandbox.environment)
    for (const { id, slug } of published) {
      const shown = await openInEditor(window.page, sandbox.url, id)
      expect({ slug, faults: faults(shown) }).toEqual({ slug, faults: [] })
      const { content } = await sandbox.rest<Stored>('GET', `/wp/v2/posts/${id}?context=edit`)
      expect(toFormerSpelling(shown.serialized)).toBe(toFormerSpelling(content.raw))
    }
    expect(published.map(({ slug }) => slug).sort()).toEqual([
      'everything-jp',
      'shortcodes-en',
      'structure-jp',
      'technical-jp',
    ])
  })

  it('asked no other host for anything', () => {
    expect(window.blocked).toEqual([])
  })
})

interface Stored {
  readonly content: { readonly raw: string }
}

/** The blocks that the editor cannot edit as what they are. */
function faults({ blocks }: ShownPost): ShownBlock[] {
  return blocks.filter(({ name, isValid }) => !isValid || name === 'core/freeform' || name === 'core/missing')
}
