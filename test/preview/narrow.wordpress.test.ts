import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { createJudge } from '../../src/judge/judge.ts'
import { buildPreview } from '../../src/preview/build.ts'
import type { PlannedArticle } from '../../src/report/planned.ts'
import { lacksChromium, launchChromium } from '../helpers/chromium.ts'
import { openWatchedPage } from '../helpers/preview-page.ts'
import { copyProject, type Project } from '../helpers/project.ts'

/** Two errors and a warning, with which the article can be shown. */
const FAULTS = '\n[a](./none.md)\n\n[b](./nor-this.md)\n\n![](../images/featured-504.png)\n'

describe.skipIf(lacksChromium)('the index with a plan on a narrow screen, in Chromium', () => {
  let project: Project
  let browser: Browser

  beforeAll(async () => {
    project = await copyProject('.')
    await project.edit('posts/copilot-server-error-502-jp.md', (text) => text + FAULTS)
    const judgement = await createJudge(await loadConfig(project.config), { render: true }).judge()
    const planned = new Map<string, PlannedArticle>([
      ['copilot-server-error-502-jp', { words: 'refused: x', states: ['refused'], status: 'publish' }],
      ['copilot-server-error-502-en', { words: 'x', states: ['changed', 'edited'], status: 'future' }],
    ])
    await buildPreview('dist/preview', { ...judgement, planned }, judgement.articles.values())
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser?.close()
    await project?.remove()
  })

  const address = (): string => pathToFileURL(path.join(project.root, 'dist/preview/index.html')).href

  test.each([360, 390, 768])('at %i pixels all problems can be read, and no badge parts', async (width) => {
    const { page } = await openWatchedPage(browser, address(), { width, colorScheme: 'light' })
    const problems = page.locator('.pv-articles').getByText('2 errors, 1 warning')
    const cut = await page.evaluate<number>(
      '[...document.querySelectorAll(\'[data-column="problems"] > *\')].filter((one) => one.scrollWidth > one.clientWidth).length',
    )
    expect(cut).toBe(0)
    const box = await problems.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width)
    const heights = await page.evaluate<number[]>(
      '[...document.querySelectorAll(".pv-articles .pv-chip")].map((chip) => chip.getClientRects()[0].height)',
    )
    expect(Math.max(...heights)).toBeLessThan(24)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    await page.context().close()
  })

  test.each([390, 768])('at %i pixels a title parts where phrases do', async (width) => {
    const { page } = await openWatchedPage(browser, address(), { width, colorScheme: 'light' })
    // The two letters of one word stand in one line.
    const tops = await page.evaluate<number[]>(`(() => {
      const title = [...document.querySelectorAll('[data-column="article"] a')].find((one) => one.textContent.includes('仕組みから直す'))
      const { firstChild } = title
      const at = firstChild.data.indexOf('直す')
      return [0, 1].map((index) => {
        const range = document.createRange()
        range.setStart(firstChild, at + index)
        range.setEnd(firstChild, at + index + 1)
        return range.getBoundingClientRect().top
      })
    })()`)
    expect(tops[0]).toEqual(tops[1])
    await page.context().close()
  })
})
