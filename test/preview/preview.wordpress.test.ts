import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { preview } from '../../src/commands/preview.ts'
import { lacksChromium, launchChromium } from '../helpers/chromium.ts'
import { captureOutput } from '../helpers/output.ts'
import { openWatchedPage, seriousViolations, VIEWS } from '../helpers/preview-page.ts'
import { copyProject, type Project } from '../helpers/project.ts'

const HOSTILE = `
[a link](javascript:document.title='owned')

<script>document.title = 'owned'</script>

<img src="data:,x" alt="" onerror="document.title = 'owned'">

<p id="frame"><iframe title="other" src="https://elsewhere.example/"></iframe></p>

![from elsewhere](https://elsewhere.example/a.png)

</article></main></div><script>document.title = 'owned'</script>
`

describe.skipIf(lacksChromium)('the preview, in Chromium', () => {
  let project: Project
  let browser: Browser

  beforeAll(async () => {
    project = await copyProject('.')
    await project.edit('posts/copilot-server-error-502-en.md', (text) => text + HOSTILE)
    await project.edit('posts/copilot-stream-terminated-en.md', (text) =>
      text.replace('status: publish', 'status: pubish'),
    )
    await preview({ config: project.config }, captureOutput())
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser?.close()
    await project?.remove()
  })

  const address = (name: string): string => pathToFileURL(path.join(project.root, 'dist/preview', name)).href

  describe.each(VIEWS)('at $width pixels, $colorScheme', (view) => {
    test.each([
      ['the index', 'index.html'],
      ['an article', 'articles/copilot-server-error-504-jp.html'],
      ['an article with errors', 'articles/copilot-stream-terminated-en.html'],
      ['a pair', 'pairs/copilot-server-error-504-jp.html'],
    ])('%s fits, is accessible and asks nobody', async (_, name) => {
      const { page, complaints } = await openWatchedPage(browser, address(name), view)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(view.width)
      expect(complaints()).toEqual([])
      expect(await seriousViolations(page)).toEqual([])
      await page.context().close()
    })
  })

  test('the filter narrows the table by text and by choice', async () => {
    const { page, complaints } = await openWatchedPage(browser, address('index.html'))
    const rows = page.locator('tr[data-group]:visible')
    const articles = page.locator('[data-status]:visible')
    expect([await rows.count(), await articles.count()]).toEqual([3, 6])
    await page.fill('input[type=search]', 'ＳＴＲＥＡＭ')
    expect([await rows.count(), await articles.count()]).toEqual([1, 2])
    await page.selectOption('select[name=language]', 'ja')
    expect([await rows.count(), await articles.count()]).toEqual([1, 1])
    expect(await page.locator('.pv-chip:visible').count()).toBe(1)
    expect(await page.locator('output').innerText()).toBe('1 of 6')
    await page.fill('input[type=search]', '')
    await page.selectOption('select[name=language]', '')
    await page.check('input[name=problems]')
    const shown = await articles.allInnerTexts()
    expect(shown).toHaveLength(2)
    expect(shown.join('\n')).toMatch(/copilot-server-error-502-en\.md[\s\S]*copilot-stream-terminated-en\.md/)
    expect(complaints()).toEqual([])
  })

  test('a heading that is clicked sorts the table, and the other way round when it is clicked again', async () => {
    const { page, complaints } = await openWatchedPage(browser, address('index.html'))
    const files = async (): Promise<string[]> =>
      (await page.locator('tr[data-group] code').allTextContents()).map((file) =>
        file.replace(/^posts\/copilot-/, ''),
      )
    const byFile = await files()
    const heading = (name: string) => page.getByRole('button', { name })
    await heading('Date').click()
    // The languages of an article stay together.
    expect((await files()).slice(0, 2)).toEqual(['stream-terminated-jp.md', 'stream-terminated-en.md'])
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending')
    await heading('Date').click()
    expect((await files())[0]).toMatch(/^server-error-502/)
    await heading('Problems').click()
    expect((await files()).slice(0, 4)).toEqual([
      'stream-terminated-jp.md',
      'stream-terminated-en.md',
      'server-error-502-jp.md',
      'server-error-502-en.md',
    ])
    expect((await files()).toSorted()).toEqual(byFile.toSorted())
    expect(complaints()).toEqual([])
    expect(await seriousViolations(page)).toEqual([])
  })

  test('links lead from page to page, and to the sections of an article', async () => {
    const { page } = await openWatchedPage(browser, address('index.html'))
    await page
      .getByRole('cell')
      .getByRole('link', { name: /504.*out of time/ })
      .click()
    await page.getByRole('link', { name: '日本語' }).click()
    expect(await page.locator('h1').innerText()).toContain('時間切れの合図')
    const section = page.locator('.pv-contents a').last()
    await section.click()
    const heading = page.locator('article h2', { hasText: await section.innerText() })
    expect(new URL(page.url()).hash).not.toBe('')
    expect((await heading.boundingBox())?.y).toBeLessThan(900)
  })

  test('what an article holds can neither act nor call anyone', async () => {
    const { page } = await openWatchedPage(browser, address('articles/copilot-server-error-502-en.html'))
    await page.getByRole('link', { name: 'a link', exact: true }).click()
    expect(await page.title()).toContain('Why VS Code Copilot says')
    const { complaints } = await openWatchedPage(
      browser,
      address('articles/copilot-server-error-502-en.html'),
    )
    expect(complaints().filter((one) => one.startsWith('https:'))).toEqual([])
    expect(complaints().join('\n')).toContain('Content Security Policy')
  })

  test('scripts of an author run where the configuration allows them, those of others never', async () => {
    const open = await copyProject('.')
    await open.edit('posts/copilot-server-error-502-en.md', (text) => text + HOSTILE)
    await open.edit('wp.config.json', (text) => text.replace('{', '{ "preview": { "scripts": true },'))
    await preview({ config: open.config }, captureOutput())
    const page = path.join(open.root, 'dist/preview/articles/copilot-server-error-502-en.html')
    const opened = await openWatchedPage(browser, pathToFileURL(page).href)
    expect(await opened.page.title()).toBe('owned')
    expect(opened.complaints().filter((one) => one.startsWith('https:'))).toEqual([])
    await open.remove()
  })

  test.each([1024, 1440])('at %i pixels what there is to know stands beside the article', async (width) => {
    const { page } = await openWatchedPage(browser, address('articles/copilot-server-error-502-en.html'), {
      width,
      colorScheme: 'light',
    })
    const article = await page.locator('article').boundingBox()
    const card = await page.locator('.pv-search').boundingBox()
    expect((card?.y ?? 900) + (card?.height ?? 0)).toBeLessThan(900)
    for (const part of ['#pv-problems', '.pv-search']) {
      const box = await page.locator(part).boundingBox()
      expect(box?.x, part).toBeGreaterThan((article?.x ?? 0) + (article?.width ?? 0))
      expect(box?.y, part).toBeLessThan(900)
    }
  })

  test('no line of a title begins with a particle behind a bracket, at any width', async () => {
    const { page } = await openWatchedPage(browser, address('articles/copilot-server-error-504-jp.html'))
    for (let width = 320; width <= 1440; width += 40) {
      await page.setViewportSize({ width, height: 900 })
      const tops = await page.evaluate<number[]>(`(() => {
        const { firstChild } = document.querySelector('h1 .pv-keep')
        return [...firstChild.data].map((_, index) => {
          const range = document.createRange()
          range.setStart(firstChild, index)
          range.setEnd(firstChild, index + 1)
          return range.getBoundingClientRect().top
        })
      })()`)
      expect(new Set(tops).size, String(width)).toBe(1)
    }
  })

  test('a diagram is as large on a phone as its words need, and is scrolled there alone', async () => {
    const { page } = await openWatchedPage(browser, address('articles/copilot-server-error-504-jp.html'), {
      width: 390,
      colorScheme: 'light',
    })
    const box = await page.locator('figure > img').boundingBox()
    expect(box?.width).toBeCloseTo(672, 0)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  })

  test('the sections of a pair stand side by side, and on a phone one language at a time', async () => {
    const { page } = await openWatchedPage(browser, address('pairs/copilot-server-error-504-jp.html'))
    const tops = (side: number): Promise<number[]> =>
      page.evaluate<number[]>(
        `[...document.querySelectorAll('[data-side="${side}"] :is(h1, h2, h3)')].map((node) => node.getBoundingClientRect().top)`,
      )
    expect(await tops(0)).toHaveLength(10)
    expect(await tops(1)).toEqual(await tops(0))
    expect(await page.locator('header').count()).toBe(1)
    await page.setViewportSize({ width: 390, height: 900 })
    const shown = (): Promise<string[]> =>
      page.evaluate<string[]>(
        `[...new Set([...document.querySelectorAll('.pv-side')].filter((node) => node.checkVisibility()).map(({ lang }) => lang))]`,
      )
    expect(await shown()).toEqual(['ja'])
    await page.locator('.pv-switch').getByText('English').click()
    expect(await shown()).toEqual(['en'])
  })

  test('the style sheet of a theme rules the article, and nothing around it', async () => {
    const themed = await copyProject('.')
    await themed.edit('wp.config.json', (text) =>
      text.replace('{', '{ "preview": { "stylesheet": "theme/style.css" },'),
    )
    await mkdir(path.join(themed.root, 'theme'))
    await writeFile(
      path.join(themed.root, 'theme/style.css'),
      'body { width: 300px; background: #fed; color: #123456 } a, h2, header, section { color: #654321; border: 9px solid; float: left }',
    )
    await preview({ config: themed.config }, captureOutput())
    const file = path.join(themed.root, 'dist/preview/articles/copilot-server-error-504-jp.html')
    const { page, complaints } = await openWatchedPage(browser, pathToFileURL(file).href)
    const look = (selector: string): Promise<string[]> =>
      page.evaluate<string[]>(`(() => {
        const { color, borderTopWidth, float } = getComputedStyle(document.querySelector('${selector}'))
        return [color, borderTopWidth, float]
      })()`)
    expect(await look('article p')).toEqual(['rgb(18, 52, 86)', '0px', 'none'])
    expect(await look('article h2')).toEqual(['rgb(101, 67, 33)', '9px', 'left'])
    expect(await look('aside h2')).toEqual(['rgb(85, 98, 114)', '0px', 'none'])
    expect(await look('.pv-header a')).toEqual(['rgb(20, 84, 156)', '0px', 'none'])
    // What is said of the page is the page's, and the preview's own parts stand out from it (docs/preview.md).
    const ground = (selector: string): Promise<string> =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).backgroundColor`)
    expect(await ground('body')).toBe('rgb(255, 238, 221)')
    expect([await ground('.pv-header'), await ground('aside')]).toEqual([
      'rgb(245, 247, 249)',
      'rgb(245, 247, 249)',
    ])
    expect(complaints()).toEqual([])
    await themed.remove()
  })

  test('on paper only the article is left', async () => {
    const { page } = await openWatchedPage(browser, address('articles/copilot-server-error-504-jp.html'))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.pv-header').isVisible()).toBe(false)
    expect(await page.locator('aside').isVisible()).toBe(false)
    expect(await page.locator('article h1').isVisible()).toBe(true)
  })
})
