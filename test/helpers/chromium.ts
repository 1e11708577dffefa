import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

/** A page that reaches this machine only. */
export interface LoopbackPage {
  readonly page: Page
  /** Addresses on other hosts that the page asked for, in order; none of them was contacted. */
  readonly blocked: readonly string[]
}

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

/**
 * True on a machine without Chromium where nobody asked for it: `npm test` needs nothing but Node there. In
 * continuous integration no test is left out for want of a browser.
 */
export const lacksChromium = !existsSync(executablePath) && process.env.CI === undefined

/**
 * Starts the Chromium of the machine: the one that the environment variable CHROMIUM names, or Debian's.
 *
 * @throws Error naming the package to install where there is none
 */
export async function launchChromium(): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}. Install it with "apt-get install chromium", ` +
        'or name another one in the environment variable CHROMIUM.',
    )
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Opens a page with cookies of its own from which no request leaves the machine. */
export async function openLoopbackPage(browser: Browser): Promise<LoopbackPage> {
  const blocked: string[] = []
  const context = await browser.newContext({ serviceWorkers: 'block' })
  await context.route('**/*', async (route) => {
    const url = route.request().url()
    if (isLoopback(url)) return route.continue()
    blocked.push(url)
    return route.abort('blockedbyclient')
  })
  return { page: await context.newPage(), blocked }
}

function isLoopback(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]', ''].includes(new URL(url).hostname)
}
