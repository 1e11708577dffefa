import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type LivePreview, serveLive } from '../../src/preview/live/serve.ts'
import { lacksChromium, launchChromium } from '../helpers/chromium.ts'
import { openWatchedPage, seriousViolations, type WatchedPage } from '../helpers/preview-page.ts'
import { copyProject, type Project } from '../helpers/project.ts'

const POST = 'posts/copilot-server-error-504-en.md'
const PAGE = '/articles/copilot-server-error-504-en.html'

describe.skipIf(lacksChromium)('the live preview, in Chromium', () => {
  let browser: Browser
  let project: Project
  let live: LivePreview

  beforeAll(async () => {
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser?.close()
  })

  beforeEach(async () => {
    project = await copyProject('.')
    live = await serveLive({ config: project.config })
  })

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    await live.close()
    await project.remove()
  })

  /** Opens a page that can tell whether it was loaded again. */
  async function open(name: string): Promise<WatchedPage> {
    const watched = await openWatchedPage(browser, live.url + name)
    await watched.page.evaluate('window.isSamePage = true')
    return watched
  }

  const isSamePage = (page: Page): Promise<unknown> => page.evaluate('window.isSamePage')

  test('an edit arrives without a reload, and the page stays where it was', async () => {
    const { page, complaints } = await open(PAGE)
    await page.evaluate('window.scrollTo(0, 600)')
    const picture = await page.locator('.pv-featured').elementHandle()
    await project.edit(POST, (text) => `${text}\nOne more line.\n`)
    await page.getByText('One more line.').waitFor()
    expect(await page.evaluate('window.scrollY')).toBe(600)
    expect(await isSamePage(page)).toBe(true)
    expect(await picture?.evaluate((node) => (node as { isConnected: boolean }).isConnected)).toBe(true)
    expect(complaints()).toEqual([])
  })

  test('a broken article shows its messages over what it was, and mends', async () => {
    const { page, complaints } = await open(PAGE)
    const before = await page.locator('article').innerText()
    await project.edit(POST, (text) => text.replace('status: publish', 'status: pubish'))
    const overlay = page.getByRole('alert')
    await overlay.waitFor()
    expect(await overlay.innerText()).toContain('"pubish" is not a value of "status".')
    const place = overlay.getByRole('link', { name: /posts\/copilot-server-error-504-en\.md:\d+:9/ })
    expect(await place.getAttribute('href')).toMatch(
      /^vscode:\/\/file\/.*\/posts\/copilot-server-error-504-en\.md:\d+:9$/,
    )
    expect(await page.getByText('"pubish" is not a value of "status".').count()).toBe(1)
    expect(await page.locator('article').innerText()).toBe(before)
    expect(await seriousViolations(page)).toEqual([])
    await project.edit(POST, (text) => text.replace('pubish', 'publish'))
    await overlay.waitFor({ state: 'detached' })
    expect(await isSamePage(page)).toBe(true)
    expect(complaints()).toEqual([])
  })

  test('what is closed stays closed while errors come and go, and the text goes on changing', async () => {
    const { page, complaints } = await open(PAGE)
    const overlay = page.locator('.pv-overlay')
    const breakIt = (): Promise<void> =>
      project.edit(POST, (text) => text.replace('status: publish', 'status: pubish'))
    const mend = (): Promise<void> =>
      project.edit(POST, (text) => `${text.replace('pubish', 'publish')}\nGone on.\n`)
    await breakIt()
    await overlay.waitFor()
    await page.keyboard.press('Escape')
    expect(await overlay.getByRole('list').isVisible()).toBe(false)
    await mend()
    await page.getByText('Gone on.').waitFor()
    await breakIt()
    await overlay.waitFor()
    expect(await overlay.getByRole('list').isVisible()).toBe(false)
    await overlay.locator('summary').click()
    expect(await overlay.getByRole('list').isVisible()).toBe(true)
    expect(await isSamePage(page)).toBe(true)
    expect(complaints()).toEqual([])
  })

  test('a broken configuration is shown on every page, and mends', async () => {
    const { page } = await open('/index.html')
    await project.edit('wp.config.json', (text) => text.replace('"site"', '"sight"'))
    const overlay = page.getByRole('alert')
    await overlay.waitFor()
    expect(await overlay.innerText()).toContain('unknown key "sight"')
    const place = overlay.getByRole('link', { name: /wp\.config\.json:\d+:3/ })
    expect(await place.getAttribute('href')).toMatch(/^vscode:\/\/file\/.*wp\.config\.json:\d+:3$/)
    expect(await page.locator('tr[data-group]').count()).toBe(3)
    await project.edit('wp.config.json', (text) => text.replace('"sight"', '"site"'))
    await overlay.waitFor({ state: 'detached' })
  })

  test('articles that come and go show in the index, and the filter holds', async () => {
    const { page, complaints } = await open('/')
    const articles = page.locator('[data-status]:visible')
    await page.fill('input[type=search]', '504')
    expect(await articles.count()).toBe(2)
    const away = path.join(project.root, 'away.md')
    await rename(path.join(project.root, POST), away)
    await page.locator('summary').getByText('Missing articles: 1').waitFor()
    expect(await articles.count()).toBe(1)
    await rename(away, path.join(project.root, POST))
    await page.locator('summary').getByText('Missing articles: 1').waitFor({ state: 'detached' })
    expect(await articles.count()).toBe(2)
    expect(await page.inputValue('input[type=search]')).toBe('504')
    expect(await isSamePage(page)).toBe(true)
    expect(complaints()).toEqual([])
  })

  test.each(['images/featured-504.png', 'images/featured-502.png'])(
    'the index shows %s anew when it is exchanged',
    async (name) => {
      const { page, complaints } = await open('/')
      /** The colour in the middle of each small picture, once all have come. */
      const colours = (): Promise<unknown> =>
        page.evaluate(`Promise.all([...document.querySelectorAll('.pv-articles img')].map(async (image) => {
          image.loading = 'eager'
          await image.decode()
          const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
          const context = canvas.getContext('2d')
          context.drawImage(image, image.naturalWidth / 2, image.naturalHeight / 2, 1, 1, 0, 0, 1, 1)
          const [red, green, blue] = context.getImageData(0, 0, 1, 1).data
          return red > 200 && green < 50 && blue < 50
        }))`)
      expect(await colours()).toEqual([false, false, false])
      const picture = sharp({ create: { width: 1200, height: 630, channels: 3, background: '#f00' } })
      await writeFile(path.join(project.root, name), await picture.png().toBuffer())
      await expect
        .poll(async () => [await colours()].flat().filter(Boolean), { timeout: 20_000 })
        .toHaveLength(1)
      expect(await isSamePage(page)).toBe(true)
      expect(complaints()).toEqual([])
    },
  )

  test('a picture that is gone is missed, and both languages of a pair are kept up', async () => {
    const { page } = await open('/pairs/copilot-server-error-504-jp.html')
    await rm(path.join(project.root, 'images/featured-504.png'))
    await expect.poll(() => page.getByRole('alert').count()).toBe(2)
    expect(await isSamePage(page)).toBe(true)
  })

  test('what an article holds can neither act nor learn how', async () => {
    await project.edit(
      POST,
      (text) => `${text}
<script>document.title = 'owned'</script>
<script src="/@vite/client"></script>
<iframe title="a" srcdoc="&lt;script&gt;top.document.title = 'owned'&lt;/script&gt;"></iframe>

[a link](javascript:document.title='owned')
`,
    )
    const { page } = await open(PAGE)
    await page.getByRole('link', { name: 'a link', exact: true }).click()
    await project.edit(POST, (text) => `${text}\n<script>document.title = 'owned'</script>\n\nArrived.\n`)
    await page.getByText('Arrived.').waitFor()
    expect(await page.title()).toContain('504')
  })

  test('files of the project are not served', async () => {
    for (const name of ['/wp.config.json', `/${POST}`, '/@fs/etc/passwd', `/@fs${project.config}`]) {
      expect((await fetch(live.url + name)).status, name).not.toBe(200)
    }
  })
})
