import type { Page } from 'playwright-core'
import { type LoopbackPage, launchChromium, openLoopbackPage } from './chromium.ts'
import type { TestSandbox } from './sandbox.ts'

/** A block as the editor in the browser shows it. */
export interface ShownBlock {
  readonly name: string
  readonly isValid: boolean
}

export interface ShownPost {
  /** Every block of the post, inner blocks included. */
  readonly blocks: readonly ShownBlock[]
  /** What the editor would save now. */
  readonly serialized: string
}

/**
 * Logs in to wp-admin as its login form does, without opening the dashboard behind it.
 *
 * @throws Error where WordPress does not accept the password
 */
async function logIn(page: Page, site: string, user: { name: string; password: string }): Promise<void> {
  const { request } = page.context()
  // WordPress lets nobody in whose browser did not take its test cookie first.
  await request.get(`${site}/wp-login.php`)
  const answer = await request.post(`${site}/wp-login.php`, {
    form: { log: user.name, pwd: user.password },
    maxRedirects: 0,
  })
  if (answer.status() !== 302) throw new Error(`wp-login.php answered ${answer.status()} to ${user.name}`)
}

export interface AdminWindow extends LoopbackPage {
  readonly close: () => Promise<void>
}

/** A browser in which the administrator is logged in, and no tour covers the editor. */
export async function openAdmin(sandbox: TestSandbox): Promise<AdminWindow> {
  const browser = await launchChromium()
  const window = await openLoopbackPage(browser)
  const preferences = { 'core/edit-post': { welcomeGuide: false } }
  await sandbox.rest('POST', '/wp/v2/users/me', { meta: { persisted_preferences: preferences } })
  await logIn(window.page, sandbox.url, { name: sandbox.username, password: sandbox.adminPassword })
  return { ...window, close: () => browser.close() }
}

/** Opens a post in wp-admin's block editor and reads what the editor made of it. */
export async function openInEditor(page: Page, site: string, postId: number): Promise<ShownPost> {
  await page.goto(`${site}/wp-admin/post.php?post=${postId}&action=edit`)
  await page.waitForFunction(
    "window.wp?.data?.select('core/editor')?.__unstableIsEditorReady() && " +
      "wp.data.select('core/block-editor').getBlocks().length > 0",
  )
  return page.evaluate<ShownPost>(`(() => {
    const blocks = wp.data.select('core/block-editor').getBlocks()
    const all = (list) => list.flatMap((block) => [block, ...all(block.innerBlocks)])
    return {
      blocks: all(blocks).map(({ name, isValid }) => ({ name, isValid })),
      serialized: wp.blocks.serialize(blocks),
    }
  })()`)
}
