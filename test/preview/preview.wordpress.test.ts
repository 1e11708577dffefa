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
    const rows = page.locator('tbody tr:visible')
    expect(await rows.count()).toBe(6)
    await page.fill('input[type=search]', 'ＳＴＲＥＡＭ')
    expect(await rows.count()).toBe(2)
    await page.selectOption('select[name=language]', 'ja')
    expect(await rows.count()).toBe(1)
    expect(await page.locator('output').innerText()).toBe('1 of 6')
    await page.fill('input[type=search]', '')
    await page.selectOption('select[name=language]', '')
    await page.check('input[name=problems]')
    const shown = await rows.allInnerTexts()
    expect(shown).toHaveLength(2)
    expect(shown.join('\n')).toMatch(/copilot-server-error-502-en\.md[\s\S]*copilot-stream-terminated-en\.md/)
    expect(complaints()).toEqual([])
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

  test('on paper only the article is left', async () => {
    const { page } = await openWatchedPage(browser, address('articles/copilot-server-error-504-jp.html'))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.pv-header').isVisible()).toBe(false)
    expect(await page.locator('aside').isVisible()).toBe(false)
    expect(await page.locator('article h1').isVisible()).toBe(true)
  })
})
