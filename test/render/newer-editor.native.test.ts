import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toFormerSpelling } from '../../src/content/former-spelling.ts'
import { lacksChromium } from '../helpers/chromium.ts'
import { type CliResult, runCli } from '../helpers/cli.ts'
import { type AdminWindow, openAdmin, openInEditor } from '../helpers/editor-page.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { type PublishedPost, publishProject } from '../helpers/publish-project.ts'
import { runPull } from '../helpers/pull-command.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

const WORD = '追記'

/** Articles with every construct: contents, sized pictures, code in colours, tables, notes, boxes, formulas. */
const slugs = ['everything-jp', 'shortcodes-en', 'structure-jp', 'technical-jp']

describe.skipIf(lacksChromium)('a newer editor, in Chromium', () => {
  let sandbox: TestSandbox
  let window: AdminWindow
  let project: Project
  let published: PublishedPost[]
  /** Whether it writes what 7.1 does; those between take the same and write some of it otherwise. */
  let isToday: boolean

  beforeAll(async () => {
    sandbox = await startTestSandbox()
    ;[window, project] = await Promise.all([
      openAdmin(sandbox),
      copyProject('test/fixtures/conformance/project'),
    ])
    published = await publishProject(project.config, sandbox.environment)
    await openInEditor(window.page, sandbox.url, published[0]?.id ?? 0)
    isToday = await window.page.evaluate<boolean>(
      `wp.blocks.serialize(wp.blocks.createBlock('core/image', { url: 'a', width: '9px' })).includes('height:auto')`,
    )
  })

  afterAll(async () => {
    await window?.close()
    await sandbox?.stop()
    await project?.remove()
  })

  const idOf = (slug: string): number => published.find((post) => post.slug === slug)?.id ?? 0

  const read = (slug: string): Promise<string> =>
    readFile(path.join(project.root, `posts/${slug}.md`), 'utf8')

  async function contentOf(slug: string): Promise<string> {
    const post = await sandbox.rest<{ content: { raw: string } }>(
      'GET',
      `/wp/v2/posts/${idOf(slug)}?context=edit`,
    )
    return post.content.raw
  }

  /** Changes a post in the editor by `steps`, which know its `blocks`, and saves it. */
  async function save(slug: string, steps: string): Promise<void> {
    await openInEditor(window.page, sandbox.url, idOf(slug))
    await window.page.evaluate(`(async () => {
      const editor = wp.data.dispatch('core/block-editor')
      const blocks = wp.data.select('core/block-editor').getBlocks()
      ${steps}
      await wp.data.dispatch('core/editor').savePost()
      if (wp.data.select('core/editor').didPostSaveRequestFail()) throw new Error('not saved')
    })()`)
  }

  const plan = (): Promise<CliResult> =>
    runCli(['plan', '--json', '--config', project.config], sandbox.environment)

  it.each(slugs)('takes every block of %s for what it is and would save it as it is', async (slug) => {
    const { blocks, serialized } = await openInEditor(window.page, sandbox.url, idOf(slug))
    const faults = blocks.filter(
      ({ name, isValid }) => !isValid || name === 'core/freeform' || name === 'core/missing',
    )
    expect(faults).toEqual([])
    const content = await contentOf(slug)
    if (isToday) expect(serialized).toBe(content)
    expect(toFormerSpelling(serialized)).toBe(toFormerSpelling(content))
  })

  it.each(slugs)('a block that is inserted into %s and removed again plans nothing', async (slug) => {
    await save(
      slug,
      `const added = wp.blocks.createBlock('core/paragraph', { content: 'x' })
      await editor.insertBlock(added)
      await editor.removeBlock(added.clientId)`,
    )
    expect((await plan()).json()).toMatchObject({ changes: [], conflicts: [], drift: [] })
  })

  it.each(slugs)('a word that is typed in %s is all that plan and pull tell', async (slug) => {
    await save(
      slug,
      `const last = blocks.filter(({ name }) => name === 'core/paragraph').at(-1)
      await editor.updateBlockAttributes(last.clientId, { content: String(last.attributes.content) + '${WORD}' })`,
    )
    const planned = await plan()
    expect(planned.json()).toMatchObject({
      changes: [],
      conflicts: [],
      drift: [{ slug, fields: ['content'] }],
    })
    const shown = await runCli(['plan', '--config', project.config], sandbox.environment)
    const changed = shown.stderr.split('\n').filter((line) => /^\s*[-+] /.test(line))
    expect(changed.filter((line) => !line.includes(WORD)).length).toBeLessThanOrEqual(1)
    const before = await read(slug)
    const { stderr } = await runPull(project.config, sandbox.environment)
    expect(stderr).toContain(slug)
    const [old, now] = [bodyOf(before), bodyOf(await read(slug))]
    expect(now.replace(WORD, '')).toBe(old)
    expect(now).not.toBe(old)
    await publishProject(project.config, sandbox.environment)
    expect((await plan()).json()).toMatchObject({ changes: [], conflicts: [], drift: [] })
  })

  it.each([
    ['technical-jp', 'the first block deleted', 'await editor.removeBlock(blocks[0].clientId)'],
    ['structure-jp', 'the first block moved', `await editor.moveBlocksDown([blocks[0].clientId], '')`],
  ])('in %s, %s is drift, and is pulled as that', async (slug, _, steps) => {
    const before = bodyOf(await read(slug))
      .trim()
      .split('\n\n')
    await save(slug, steps)
    expect((await plan()).json()).toMatchObject({ changes: [], conflicts: [], drift: [{ slug }] })
    await runPull(project.config, sandbox.environment)
    const after = bodyOf(await read(slug))
      .trim()
      .split('\n\n')
    const [first = '', second = '', ...others] = before
    expect(after).toEqual(steps.includes('moveBlocksDown') ? [second, first, ...others] : [second, ...others])
    await publishProject(project.config, sandbox.environment)
    expect((await plan()).json()).toMatchObject({ changes: [], conflicts: [], drift: [] })
  })
})

function bodyOf(file: string): string {
  return file.replace(/^---\n[\s\S]*?\n---\n/, '')
}
