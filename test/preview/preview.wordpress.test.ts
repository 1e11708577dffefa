import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { preview } from '../../src/commands/preview.ts'
import { lacksChromium, launchChromium, openLoopbackPage } from '../helpers/chromium.ts'
import { captureOutput } from '../helpers/output.ts'
import { copyProject, type Project } from '../helpers/project.ts'

describe.skipIf(lacksChromium)('the preview, in Chromium', () => {
  let project: Project
  let browser: Browser

  beforeAll(async () => {
    project = await copyProject('.')
    await project.edit(
      'posts/copilot-server-error-502-en.md',
      (text) =>
        `${text}\n<script>document.title = 'owned'</script>\n\n<img src="data:,x" onerror="document.title = 'owned'">\n`,
    )
    await preview({ config: project.config }, captureOutput())
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser?.close()
    await project?.remove()
  })

  const address = (name: string): string => pathToFileURL(path.join(project.root, 'dist/preview', name)).href

  test('the filter narrows the table', async () => {
    const { page, blocked } = await openLoopbackPage(browser)
    await page.goto(address('index.html'))
    expect(await page.locator('tbody tr:visible').count()).toBe(6)
    await page.fill('input[type=search]', 'ＳＴＲＥＡＭ ja')
    expect(await page.locator('tbody tr:visible').count()).toBe(1)
    expect(blocked).toEqual([])
  })

  test('what an article holds cannot act', async () => {
    const { page, blocked } = await openLoopbackPage(browser)
    await page.goto(address('copilot-server-error-502-en.html'))
    expect(await page.title()).toContain('Why VS Code Copilot says')
    expect(blocked).toEqual([])
  })

  test.each([390, 1280])('an article fits %i pixels', async (width) => {
    const { page } = await openLoopbackPage(browser)
    await page.setViewportSize({ width, height: 900 })
    await page.goto(address('copilot-server-error-504-jp.html'))
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
  })
})
