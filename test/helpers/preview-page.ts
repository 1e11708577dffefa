import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { openLoopbackPage } from './chromium.ts'

export interface View {
  readonly width: number
  readonly colorScheme: 'light' | 'dark'
}

/** Phone, small and large desktop, light and dark. */
export const VIEWS: readonly View[] = [390, 1024, 1440].flatMap((width) => [
  { width, colorScheme: 'light' } as const,
  { width, colorScheme: 'dark' } as const,
])

export interface WatchedPage {
  readonly page: Page
  /** Everything that went wrong so far: errors of scripts and the console, requests that left the machine. */
  readonly complaints: () => readonly string[]
}

/** Opens a page of the preview from which nothing leaves the machine, and listens for what goes wrong in it. */
export async function openWatchedPage(browser: Browser, address: string, view?: View): Promise<WatchedPage> {
  const { page, blocked } = await openLoopbackPage(browser)
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) errors.push(message.text())
  })
  if (view !== undefined) {
    await page.setViewportSize({ width: view.width, height: 900 })
    await page.emulateMedia({ colorScheme: view.colorScheme })
  }
  await page.goto(address)
  return { page, complaints: () => [...errors, ...blocked] }
}

/** What axe-core finds that is serious or worse, as "rule: selector". */
export async function seriousViolations(page: Page): Promise<string[]> {
  const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  // Evaluated by the debugger, which the page's Content-Security-Policy does not bind.
  await page.evaluate(await readFile(file, 'utf8'))
  // Frames are looked at as pages of their own; style sheets of a file cannot be fetched again.
  const result = (await page.evaluate('axe.run({ iframes: false, preload: false })')) as {
    violations: { id: string; impact: string; nodes: { target: string[] }[] }[]
  }
  return result.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
