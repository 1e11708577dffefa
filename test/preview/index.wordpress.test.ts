import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { preview } from '../../src/commands/preview.ts'
import { lacksChromium, launchChromium } from '../helpers/chromium.ts'
import { captureOutput } from '../helpers/output.ts'
import { openWatchedPage, seriousViolations, VIEWS } from '../helpers/preview-page.ts'

/** So many articles, each in two languages; the first are a series. */
const ARTICLES = 100
const IN_SERIES = 60

const nameOf = (number: number): string => `a-${String(number).padStart(3, '0')}`

function articleOf(number: number, language: string): string {
  // Each links to all others of the series, but the third to the seventh.
  const links = Array.from({ length: IN_SERIES }, (_, other) => other)
    .filter((other) => other !== number && number < IN_SERIES && !(number === 2 && other === 6))
    .map((other) => `- [${other + 1}](./${nameOf(other)}-${language}.md)`)
  const date = `2025-01-${String(1 + (number % 28)).padStart(2, '0')} 10:00:00`
  return `---\ntitle: "${language} <i>${number}</i> a title that is longer than there is room for in a row of the table"\ndate: ${date}\nstatus: publish\n---\n\nText.\n\n${links.join('\n')}\n`
}

describe.skipIf(lacksChromium)('the index of many articles, in Chromium', () => {
  let root: string
  let browser: Browser

  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'rensai-index-'))
    await mkdir(path.join(root, 'posts'))
    for (let number = 0; number < ARTICLES; number += 1) {
      for (const language of ['en', 'jp']) {
        await writeFile(
          path.join(root, `posts/${nameOf(number)}-${language}.md`),
          articleOf(number, language),
        )
      }
    }
    const members = Array.from({ length: IN_SERIES }, (_, number) => nameOf(number))
    const settings = {
      site: { url: 'https://blog.example' },
      series: [{ name: 's', title: 'Sixty <b>', members }],
    }
    await writeFile(path.join(root, 'wp.config.json'), JSON.stringify(settings))
    await preview({ config: path.join(root, 'wp.config.json') }, captureOutput())
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser?.close()
    await rm(root, { recursive: true })
  })

  const address = (): string => pathToFileURL(path.join(root, 'dist/preview/index.html')).href
  const firstTitles = (page: Page): Promise<string[]> =>
    page.locator('tbody').evaluateAll((bodies) =>
      bodies.flatMap((body) => {
        const title = (body as unknown as { querySelector(selector: string): { textContent: string } | null })
          .querySelector('[data-group] a')
          ?.textContent.replace(/ a title.*/, '')
        return title === undefined ? [] : [title]
      }),
    )

  test.each(VIEWS)(
    'at $width pixels, $colorScheme, it fits and is accessible, all of it opened',
    async (view) => {
      const { page, complaints } = await openWatchedPage(browser, address(), view)
      await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(view.width)
      expect(complaints()).toEqual([])
      expect(await seriousViolations(page)).toEqual([])
      await page.context().close()
    },
  )

  test('a row of two languages takes no more height than two lines', async () => {
    const { page } = await openWatchedPage(browser, address(), { width: 1440, colorScheme: 'light' })
    const height = await page.evaluate<number>('document.querySelector("table").offsetHeight')
    expect(height).toBeLessThan(ARTICLES * 60)
  })

  test('the articles of a series are sorted among themselves, or with all others', async () => {
    const { page, complaints } = await openWatchedPage(browser, address())
    const date = page.getByRole('button', { name: 'Date' })
    expect(await firstTitles(page)).toEqual(['jp <i>0</i>', 'jp <i>60</i>'])
    await date.click()
    expect(await firstTitles(page)).toEqual(['jp <i>27</i>', 'jp <i>83</i>'])
    await page.getByLabel('by series').uncheck()
    expect(await firstTitles(page)).toEqual(['jp <i>27</i>'])
    expect(await page.locator('.pv-group:visible').count()).toBe(0)
    await date.click()
    expect(await firstTitles(page)).toEqual(['jp <i>0</i>'])
    await page.getByLabel('by series').check()
    expect(await firstTitles(page)).toEqual(['jp <i>0</i>', 'jp <i>84</i>'])
    expect(await page.locator('.pv-group:visible').count()).toBe(2)
    expect(complaints()).toEqual([])
  })

  test.each([390, 768])(
    'at %i pixels, where no heading is, a choice sorts, also by the keyboard',
    async (width) => {
      const { page, complaints } = await openWatchedPage(browser, address(), { width, colorScheme: 'light' })
      const order = page.getByLabel('Sort by')
      await order.selectOption({ label: 'newest first' })
      expect(await firstTitles(page)).toEqual(['jp <i>27</i>', 'jp <i>83</i>'])
      await page.getByLabel('by series').uncheck()
      expect(await firstTitles(page)).toEqual(['jp <i>27</i>'])
      await order.focus()
      await page.keyboard.press('Home')
      expect(await firstTitles(page)).toEqual(['jp <i>0</i>'])
      await page.keyboard.type('title, desc')
      expect(await firstTitles(page)).toEqual(['jp <i>99</i>'])
      // Where there is room for the headings they say the same, and go on from there.
      await page.setViewportSize({ width: 1024, height: 900 })
      expect(await order.isVisible()).toBe(false)
      expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending')
      await page.getByRole('button', { name: 'Article' }).click()
      expect(await firstTitles(page)).toEqual(['jp <i>0</i>'])
      await page.setViewportSize({ width, height: 900 })
      expect(await order.inputValue()).toBe('article')
      expect(complaints()).toEqual([])
      expect(await seriousViolations(page)).toEqual([])
      await page.context().close()
    },
  )

  test('a group that the filter leaves nothing of has no heading', async () => {
    const { page } = await openWatchedPage(browser, address())
    await page.fill('input[type=search]', 'jp <i>59')
    expect(await page.locator('.pv-group:visible').allInnerTexts()).toEqual([
      expect.stringMatching(/^Sixty <b>\s+120 articles/),
    ])
    expect(await page.locator('output').innerText()).toBe('2 of 200')
  })

  test('without scripts the groups are there, and nothing is offered that would need one', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(address())
    expect(await page.locator('.pv-group-title').allTextContents()).toEqual(['Sixty <b>', 'In no series'])
    expect(await page.locator('tr[data-group]').count()).toBe(ARTICLES)
    expect(await page.locator('.pv-filters').isVisible()).toBe(false)
    expect(await page.getByRole('button').count()).toBe(0)
    await page.locator('summary').first().click()
    expect(await page.getByText('Missing links to: 7').first().isVisible()).toBe(true)
    await context.close()
  })

  test('the heading of a series says what is missing, and leads to the picture, which opens', async () => {
    const { page } = await openWatchedPage(browser, address())
    const picture = page.getByRole('img', { name: /1 links missing or broken/ }).first()
    expect(await picture.isVisible()).toBe(false)
    await page.getByRole('link', { name: 'English: Missing links: 1' }).click()
    expect(await picture.isVisible()).toBe(true)
    // Sixty by sixty squares are four paths.
    expect(await picture.locator('path').count()).toBeLessThan(10)
    const grid = page.locator('.pv-grid').first()
    const rows = await grid.locator('li').evaluateAll((items) =>
      items.map((item) => {
        const { y, height } = (
          item as unknown as { getBoundingClientRect(): { y: number; height: number } }
        ).getBoundingClientRect()
        return y + height
      }),
    )
    const box = await picture.boundingBox()
    expect(box === null ? 0 : box.y + box.height).toBeCloseTo(rows.at(-1) ?? 0, 0)
    expect(box?.width).toBeCloseTo(600, 0)
  })
})
