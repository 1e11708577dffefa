import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LoopbackPage, lacksChromium, launchChromium, openLoopbackPage } from '../helpers/chromium.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

/** Too wide for a phone in any script. */
const table = `| 表示 | 原因 | ログの行 | 一度目 | 二度目 | だれのせい |
| --- | --- | --- | --- | --- | --- |
| 502 | 中継役が応答を受け取れない | \`upstream_connect_error_or_disconnect\` | 再起動 | 待つ | 相手 |`

describe.skipIf(lacksChromium)('on a phone, in Chromium', () => {
  let sandbox: TestSandbox
  let browser: Browser
  let window: LoopbackPage

  beforeAll(async () => {
    ;[sandbox, browser] = await Promise.all([startTestSandbox(), launchChromium()])
    window = await openLoopbackPage(browser)
    await window.page.setViewportSize({ width: 390, height: 844 })
  })

  afterAll(async () => {
    await browser?.close()
    await sandbox?.stop()
  })

  it.each(['blocks', 'html'] as const)('a wide table scrolls by itself in format %s', async (format) => {
    const [rendered] = await renderMarkdown([`段落。\n\n${table}`], { format })
    const { link } = await sandbox.rest<{ link: string }>('POST', '/wp/v2/posts', {
      title: 'A table',
      content: rendered?.content,
      status: 'publish',
    })
    await window.page.goto(link)
    const shown = await window.page.evaluate<Shown>(`(() => {
      const figure = document.querySelector('.entry-content figure')
      figure.scrollLeft = 10_000
      return {
        page: document.documentElement.scrollWidth,
        figure: figure.getBoundingClientRect().right,
        hidden: figure.scrollLeft,
      }
    })()`)
    expect(shown.page).toBe(390)
    expect(shown.figure).toBeLessThanOrEqual(390)
    expect(shown.hidden).toBeGreaterThan(50)
  })
})

interface Shown {
  /** Width of all that the page holds, in CSS pixels. */
  readonly page: number
  /** Right edge of the table's frame. */
  readonly figure: number
  /** How far the table can be scrolled. */
  readonly hidden: number
}
