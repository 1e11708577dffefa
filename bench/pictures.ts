/** `npm run pictures`: the pictures of the README, made of the real plan and the real preview. */
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { startSandbox } from '../src/sandbox/start.ts'
import { launchChromium, openLoopbackPage } from '../test/helpers/chromium.ts'
import { copyProject } from '../test/helpers/project.ts'

const FOLDER = 'docs/pictures'
const MOST_BYTES = 150_000

const project = await copyProject('.')
const sandbox = await startSandbox({
  project,
  folder: '.sandbox',
  title: 'blog.example',
  language: 'ja',
  timezone: 'Asia/Tokyo',
  permalink: '/archives/%post_id%',
})
const browser = await launchChromium()
try {
  await rensai('publish', '--create-categories')
  // One change of each kind that people meet first.
  await project.edit('posts/copilot-server-error-502-jp.md', (text) =>
    text.replace(/^(## .+\n\n.+?)。/m, '$1。まずはここを確かめます。'),
  )
  await editOnSite('copilot-server-error-504-jp', { title: '504の原因（編集部で改題）' })
  await writeFile(
    path.join(project.root, 'posts/copilot-rate-limit-jp.md'),
    '---\ntitle: VS Codeで「Rate limit」が出る原因\ndate: 2027-01-12 11:00:00\ncategories: [Copilot & VS Code Errors]\ntags: [GitHub Copilot, VS Code]\nstatus: publish\n---\n\n決められた回数より多く問い合わせると出ます。\n',
  )
  await take(browser, 'plan', 820, async (page) => {
    await page.setContent(terminalPage(`$ npm run plan\n${(await rensai('plan')).trimEnd()}`))
  })
  await rensai('preview')
  const article = path.join(project.root, 'dist/preview/articles/copilot-server-error-502-jp.html')
  await take(browser, 'preview', 1280, async (page) => {
    await page.goto(pathToFileURL(article).href)
  })
} finally {
  await browser.close()
  await sandbox.stop()
  await project.remove()
}

/** Both streams, in colours; whatever the exit code, since drift and warnings have their own. */
async function rensai(...args: string[]): Promise<string> {
  const { url, username, appPassword } = sandbox
  const env = {
    PATH: process.env.PATH,
    FORCE_COLOR: '1',
    LC_ALL: 'en_US.UTF-8',
    WP_URL: url,
    WP_USERNAME: username,
    WP_APP_PASSWORD: appPassword,
  }
  const file = path.resolve('dist/bin.js')
  const run = promisify(execFile)(process.execPath, [file, ...args, '--config', project.config], { env })
  const { stdout, stderr } = await run.catch((error: { stdout: string; stderr: string }) => error)
  return stdout + stderr
}

async function editOnSite(slug: string, fields: Record<string, string>): Promise<void> {
  const { url, username, appPassword } = sandbox
  const headers = {
    authorization: `Basic ${Buffer.from(`${username}:${appPassword}`).toString('base64')}`,
    'content-type': 'application/json',
  }
  const [post] = (await (await fetch(`${url}/wp-json/wp/v2/posts?slug=${slug}`, { headers })).json()) as {
    id: number
  }[]
  if (post === undefined) throw new Error(`There is no post ${slug}.`)
  const body = JSON.stringify(fields)
  await fetch(`${url}/wp-json/wp/v2/posts/${post.id}`, { method: 'POST', headers, body })
}

async function take(
  browser: Browser,
  name: string,
  width: number,
  show: (page: Page) => Promise<void>,
): Promise<void> {
  const { page } = await openLoopbackPage(browser)
  await page.setViewportSize({ width, height: 800 })
  await show(page)
  const terminal = page.locator('pre.terminal')
  const picture = await ((await terminal.count()) > 0 ? terminal.screenshot() : page.screenshot())
  const file = path.join(FOLDER, `${name}.png`)
  await sharp(picture).png({ palette: true, compressionLevel: 9, effort: 10 }).toFile(file)
  const { length } = await readFile(file)
  if (length > MOST_BYTES) throw new Error(`${file} has ${length} bytes.`)
  console.log(`${file}: ${length} bytes`)
}

/** What stands between SGR codes, of which picocolors writes one for each colour. */
function terminalPage(text: string): string {
  const styles: Readonly<Record<string, string>> = {
    1: 'font-weight:bold',
    2: 'opacity:.65',
    4: 'text-decoration:underline',
    7: 'background:#ffffff2e',
    31: 'color:#ff8e8e',
    32: 'color:#8fd694',
    33: 'color:#f2cc60',
    34: 'color:#7fb4ff',
    35: 'color:#d8a6ff',
    36: 'color:#76d7ea',
    90: 'color:#9aa4b2',
  }
  const open = new Map<string, string>()
  const html = text.split('\u001b[').map((part, index) => {
    const code = index === 0 ? null : /^([\d;]*)m/.exec(part)
    const words = code === null ? part : part.slice(code[0].length)
    for (const sign of code?.[1]?.split(';') ?? []) {
      const style = styles[sign]
      if (sign === '22') for (const weight of ['1', '2']) open.delete(weight)
      else if (sign === '24') open.delete('4')
      else if (sign === '27') open.delete('7')
      else if (style === undefined) for (const key of open.keys()) if (Number(key) > 29) open.delete(key)
      if (style !== undefined) open.set(sign, style)
    }
    const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `<span style="${[...open.values()].join(';')}">${escaped}</span>`
  })
  return `<body style="margin:0"><pre class="terminal" lang="ja" style="margin:0;padding:18px;background:#12161c;color:#e6e9ee;font:15px/1.5 'DejaVu Sans Mono','Noto Sans Mono CJK JP',monospace;white-space:pre-wrap">${html.join('')}</pre>`
}
