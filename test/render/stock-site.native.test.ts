import { mkdtemp, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lacksChromium } from '../helpers/chromium.ts'
import { runCli } from '../helpers/cli.ts'
import { contrast } from '../helpers/contrast.ts'
import { type AdminWindow, openAdmin, openInEditor } from '../helpers/editor-page.ts'
import { copyText, readLook } from '../helpers/page-look.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { type PublishedPost, publishProject } from '../helpers/publish-project.ts'
import { runPull } from '../helpers/pull-command.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'
import { chooseStyles } from '../helpers/theme-styles.ts'

/** The same article in each way that looks otherwise. */
const VARIANTS = {
  blocks: {},
  shiki: { highlight: 'shiki' },
  html: { format: 'html' },
} as const

type Variant = keyof typeof VARIANTS

const variants = Object.keys(VARIANTS) as Variant[]

const SCREENS = [
  ['phone', 375],
  ['desktop', 1280],
] as const

/** Styles that the theme brings along, by their titles; its own are light. */
const SHADES = [
  ['light', undefined],
  ['dark', 'Evening'],
  ['coloured', 'Midnight'],
] as const

const LABELS = ['補足', '注意：ここで止まる', '手順', '例', 'まとめ：おわりに', 'ヒント', '注意']

describe.skipIf(lacksChromium)('on a stock theme, in Chromium', () => {
  let sandbox: TestSandbox
  let window: AdminWindow
  let folder: string
  const projects: Project[] = []
  const posts = new Map<Variant, PublishedPost>()

  beforeAll(async () => {
    sandbox = await startTestSandbox()
    window = await openAdmin(sandbox)
    folder = await mkdtemp(path.join(tmpdir(), 'rensai-screens-'))
    for (const variant of variants) {
      const project = await copyProject('test/fixtures/stock')
      projects.push(project)
      const articles = path.join(project.root, 'posts')
      await rename(path.join(articles, 'everything-jp.md'), path.join(articles, `${variant}-jp.md`))
      const settings = JSON.parse(await readFile(project.config, 'utf8'))
      // A folder of its own, so that nothing is taken for a renamed file.
      await writeFile(project.config, JSON.stringify({ ...settings, name: variant, ...VARIANTS[variant] }))
      const [post] = await publishProject(project.config, sandbox.environment)
      if (post !== undefined) posts.set(variant, post)
    }
  })

  afterAll(async () => {
    await window?.close()
    await sandbox?.stop()
    for (const project of projects) await project.remove()
  })

  it.each(variants)('nothing is left to do for %s', async (variant) => {
    const { config } = projects[variants.indexOf(variant)] ?? expect.unreachable()
    const plan = await runCli(['plan', '--json', '--config', config], sandbox.environment)
    expect(plan.json()).toMatchObject({ changes: [], conflicts: [], drift: [] })
  })

  it.each(['blocks', 'shiki'] as const)(
    'the editor takes %s for what it is and would save it as it is',
    async (variant) => {
      const { id = 0 } = posts.get(variant) ?? {}
      const { blocks, serialized } = await openInEditor(window.page, sandbox.url, id)
      const faults = blocks.filter(
        ({ name, isValid }) => !isValid || name === 'core/freeform' || name === 'core/missing',
      )
      expect(faults).toEqual([])
      expect(blocks.map(({ name }) => name)).toContain('core/math')
      const { content } = await sandbox.rest<{ content: { raw: string } }>(
        'GET',
        `/wp/v2/posts/${id}?context=edit`,
      )
      expect(serialized).toBe(content.raw)
    },
  )

  it('a word that is typed beside a formula is all that plan and pull tell', async () => {
    const { config, root } = projects[0] ?? expect.unreachable()
    const article = path.join(root, 'posts/blocks-jp.md')
    const before = await readFile(article, 'utf8')
    await openInEditor(window.page, sandbox.url, posts.get('blocks')?.id ?? 0)
    await window.page.evaluate(`(async () => {
      const blocks = wp.data.select('core/block-editor').getBlocks()
      const last = blocks.filter(({ name }) => name === 'core/paragraph').at(-1)
      const content = String(last.attributes.content) + '追記'
      await wp.data.dispatch('core/block-editor').updateBlockAttributes(last.clientId, { content })
      await wp.data.dispatch('core/editor').savePost()
    })()`)
    const planned = async (): Promise<unknown> =>
      (await runCli(['plan', '--json', '--config', config], sandbox.environment)).json()
    expect(await planned()).toMatchObject({ changes: [], conflicts: [], drift: [{ fields: ['content'] }] })
    await runPull(config, sandbox.environment)
    const after = await readFile(article, 'utf8')
    expect(bodyOf(after)).toBe(bodyOf(before).replace('$\\sqrt{x}$。', '$\\sqrt{x}$。追記'))
    await publishProject(config, sandbox.environment)
    expect(await planned()).toMatchObject({ changes: [], conflicts: [], drift: [] })
  })

  describe.each(SHADES)('in %s colours', (shade, styles) => {
    beforeAll(() => chooseStyles(sandbox.rest, styles))

    it.each(variants.flatMap((variant) => SCREENS.map((screen) => [variant, ...screen] as const)))(
      'all of %s reads on a %s of %i pixels',
      async (variant, screen, width) => {
        const { page } = window
        await page.setViewportSize({ width, height: 900 })
        await page.goto(posts.get(variant)?.link ?? '')
        const picture = path.join(folder, `${shade}-${variant}-${screen}.png`)
        await page.locator('.entry-content').screenshot({ path: picture })
        const look = await readLook(page)

        expect(look.width).toBe(width)
        expect(look.boxes.map(({ label }) => label)).toEqual(LABELS)
        for (const { border, background, texts } of look.boxes) {
          expect(border.style).toBe('4px solid')
          expect(contrast(border.color, background)).toBeGreaterThan(3)
          expect(texts.length).toBeGreaterThan(1)
        }
        // WCAG 2.2, success criterion 1.4.3.
        const texts = [...look.boxes.flatMap((box) => box.texts), ...look.code]
        expect(texts.filter(({ color, background }) => contrast(color, background) < 4.5)).toEqual([])

        expect(look.cells.filter(({ padding, border }) => padding < 4 || border < 1)).toEqual([])
        const [wide = 0, narrow] = look.tables
        expect(narrow).toBe(0)
        if (screen === 'phone') expect(wide).toBeGreaterThan(50)

        const isHtml = variant === 'html'
        expect(look.formulas).toEqual(isHtml ? [] : ['E=mc^2', '\\sqrt{x}', FORMULA])
        expect(look.lightboxes).toBe(isHtml ? 0 : 1)
      },
    )
  })

  it.each(variants)('who copies code of %s copies neither numbers nor signs', async (variant) => {
    await window.page.goto(posts.get(variant)?.link ?? '')
    const [, numbered, changed] = await copyText(window.page, 'pre')
    expect(numbered).toMatch(/^export function greet.*\n {2}const who = name\.trim\(\)\n {2}return .*\n}$/)
    expect(changed).toBe('const port = 80\nconst port = 443\nlisten(port)\nfail()\nhint()')
  })
})

function bodyOf(file: string): string {
  return file.replace(/^---\n[\s\S]*?\n---\n/, '')
}

const FORMULA = 'x = \\frac{-b \\pm \\sqrt{b^2-4ac}}{2a}'
