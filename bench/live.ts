import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { serveLive } from '../src/preview/live/serve.ts'
import { launchChromium } from '../test/helpers/chromium.ts'

/** From a save to the page that shows it, in a folder of a thousand articles, against reading all of them anew. */
const ARTICLES = 1000
const ROUNDS = 20

const root = await mkdtemp(path.join(tmpdir(), 'rensai-bench-'))
await cp('wp.config.json', path.join(root, 'wp.config.json'))
await cp('images', path.join(root, 'images'), { recursive: true })
await mkdir(path.join(root, 'posts'))
const source = await readFile('posts/copilot-server-error-502-jp.md', 'utf8')
const body = source.replace(/^---[\s\S]*?\n---\n/, '').replace(/\[([^\]]*)\]\(\.[^)]*\)/g, '$1')
const nameOf = (index: number): string => `article-${index}`
const fileOf = (index: number): string => path.join(root, 'posts', `${nameOf(index)}.md`)
const textOf = (index: number, note = ''): string =>
  `---\ntitle: Article ${index}\nslug: ${nameOf(index)}\nfeatured_image: ../images/featured-502.png\n---\n\n${note}\n${body}\n[The next one](./${nameOf((index + 1) % ARTICLES)}.md)\n`
for (let index = 0; index < ARTICLES; index += 1) await writeFile(fileOf(index), textOf(index))

const config = path.join(root, 'wp.config.json')
let seen = 0
const start = performance.now()
const live = await serveLive({ config, onUpdate: (update) => (seen = update.seen) })
const whole = performance.now() - start
const browser = await launchChromium()
const saved: number[] = []
const delays: number[] = []
try {
  const page = await browser.newPage()
  for (let round = 0; round < ROUNDS; round += 1) {
    const index = (round * 37) % ARTICLES
    await page.goto(`${live.url}/articles/${nameOf(index)}.html`)
    const note = `Saved in round ${round}.`
    const shown = page.evaluate(`new Promise((resolve) => {
      const look = () => document.body.innerText.includes('${note}') && resolve(performance.timeOrigin + performance.now())
      document.addEventListener('preview:updated', look)
    })`)
    const written = performance.now()
    await writeFile(fileOf(index), textOf(index, note))
    const end = Number(await shown) - performance.timeOrigin
    delays.push(seen - written)
    saved.push(end - seen)
  }
} finally {
  await browser.close()
  await live.close()
  await rm(root, { recursive: true, force: true })
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const worst = Math.max(...saved)
console.log(`${ARTICLES} articles, the whole folder: ${whole.toFixed(0)} ms`)
console.log(
  `one saved, until the open page shows it: ${median(saved).toFixed(0)} ms (worst ${worst.toFixed(0)} ms)`,
)
console.log(`besides, until the watcher notices: ${median(delays).toFixed(0)} ms`)
console.log(`ratio: ${(median(saved) / whole).toFixed(3)}`)
