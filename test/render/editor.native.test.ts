import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toFormerSpelling } from '../../src/content/former-spelling.ts'
import { removeMarker } from '../../src/sync/marker.ts'
import { lacksChromium } from '../helpers/chromium.ts'
import { runCli } from '../helpers/cli.ts'
import { type AdminWindow, openAdmin, openInEditor, type ShownBlock } from '../helpers/editor-page.ts'
import { publishProject } from '../helpers/publish-project.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

const SLUG = 'copilot-server-error-504-en'

const projects = ['wp.config.json', 'test/fixtures/conformance/project/wp.config.json']

describe.skipIf(lacksChromium)('the editor of the oldest WordPress that is supported, in Chromium', () => {
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

  it.each(projects)('takes every block of %s for what it is, and would keep all of it', async (config) => {
    const file = join(import.meta.dirname, '../..', config)
    for (const { id, slug } of await publishProject(file, sandbox.environment)) {
      const { blocks, serialized } = await openInEditor(window.page, sandbox.url, id)
      const { content } = await sandbox.rest<{ content: { raw: string } }>(
        'GET',
        `/wp/v2/posts/${id}?context=edit`,
      )
      // It knows pictures with a width of their own as they were written then, and keeps the others untouched.
      const widths = content.raw.match(/<!-- wp:image \{.*"width":"/g) ?? []
      const faults = blocks.filter(isFaulty).map(({ name }) => name)
      expect({ slug, faults }).toEqual({ slug, faults: widths.map(() => 'core/image') })
      // It knows no details block yet, and keeps what it does not know.
      const unknown = blocks.filter(({ name }) => name === 'core/missing')
      expect(unknown).toHaveLength(content.raw.split('<!-- wp:details').length - 1)
      expect(comparable(serialized)).toBe(comparable(content.raw))
    }
  })

  it('takes the marker away with what it saves, and the edit is drift all the same', async () => {
    const [config = ''] = projects
    const [post] = await sandbox.rest<{ id: number }[]>('GET', `/wp/v2/posts?slug=${SLUG}`)
    await openInEditor(window.page, sandbox.url, post?.id ?? 0)
    await window.page.evaluate(`(async () => {
      const [block] = wp.data.select('core/block-editor').getBlocks()
      wp.data.dispatch('core/block-editor').updateBlockAttributes(block.clientId, { content: 'Edited.' })
      await wp.data.dispatch('core/editor').savePost()
    })()`)
    const { content } = await sandbox.rest<{ content: { raw: string } }>(
      'GET',
      `/wp/v2/posts/${post?.id}?context=edit`,
    )
    expect(content.raw).toMatch(/^<!-- wp:paragraph -->\n<p>Edited\.<\/p>/)
    const plan = await runCli(['publish', '--json', '--config', config], sandbox.environment)
    expect(plan.json()).toMatchObject({ conflicts: [], drift: [{ slug: SLUG, fields: ['content'] }] })
  })
})

function isFaulty({ name, isValid }: ShownBlock): boolean {
  return !isValid || name === 'core/freeform'
}

/** What else it writes otherwise: brackets in an HTML block, blanks inside blocks that it does not know, and no attribute `metadata`. */
function comparable(content: string): string {
  return toFormerSpelling(removeMarker(content))
    .replaceAll(' open="">', ' open>')
    .replaceAll('&#091;', '[')
    .replace(/ alt="[^"]*"/g, (alt) => alt.replaceAll('&lt;', '<'))
    .replace(/>\s+</g, '><')
}
