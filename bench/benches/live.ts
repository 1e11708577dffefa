import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { serveLive } from '../../src/preview/live/serve.ts'
import { launchChromium } from '../../test/helpers/chromium.ts'
import type { Bench } from '../bench.ts'

const SAVES = 20

/** From a save to the open page that shows it, against reading all articles anew. */
export const live: Bench = {
  name: 'live',
  about: 'the preview that follows every save',
  unit: 'articles',
  sizes: [1_000],
  measure: async (articles, { folder }) => {
    const files = await writeArticles(folder, articles)
    let seen = 0
    const start = performance.now()
    const served = await serveLive({
      config: path.join(folder, 'wp.config.json'),
      onUpdate: (update) => {
        seen = update.seen
      },
    })
    const whole = performance.now() - start
    const browser = await launchChromium()
    const saved: number[] = []
    const delays: number[] = []
    try {
      const page = await browser.newPage()
      for (let save = 0; save < SAVES; save += 1) {
        const index = (save * 37) % articles
        await page.goto(`${served.url}/articles/${files.nameOf(index)}.html`)
        const note = `Saved in round ${save}.`
        const shown = page.evaluate(`new Promise((resolve) => {
      const look = () => document.body.innerText.includes('${note}') && resolve(performance.timeOrigin + performance.now())
      document.addEventListener('preview:updated', look)
    })`)
        const written = performance.now()
        await files.write(index, note)
        const end = Number(await shown) - performance.timeOrigin
        delays.push(seen - written)
        saved.push(end - seen)
      }
    } finally {
      await browser.close()
      await served.close()
    }
    const shown = median(saved) / 1000
    return {
      sides: [
        { name: 'the whole folder', seconds: whole / 1000 },
        { name: 'one saved, from being noticed to being shown', seconds: shown },
        { name: 'the worst of them', seconds: Math.max(...saved) / 1000 },
        { name: 'besides, until it is noticed', seconds: median(delays) / 1000 },
      ],
      findings: [{ what: 'one article takes of the folder', value: (shown * 1000) / whole, unit: 'times' }],
    }
  },
}

interface Files {
  readonly nameOf: (index: number) => string
  /** @param note what the article says now */
  readonly write: (index: number, note?: string) => Promise<void>
}

/** One article of this repository, many times. */
async function writeArticles(folder: string, articles: number): Promise<Files> {
  await cp('wp.config.json', path.join(folder, 'wp.config.json'))
  await cp('images', path.join(folder, 'images'), { recursive: true })
  await mkdir(path.join(folder, 'posts'))
  const source = await readFile('posts/copilot-server-error-502-jp.md', 'utf8')
  const body = source.replace(/^---[\s\S]*?\n---\n/, '').replace(/\[([^\]]*)\]\(\.[^)]*\)/g, '$1')
  const nameOf = (index: number): string => `article-${index}`
  const write = async (index: number, note = ''): Promise<void> => {
    const next = nameOf((index + 1) % articles)
    await writeFile(
      path.join(folder, 'posts', `${nameOf(index)}.md`),
      `---\ntitle: Article ${index}\nslug: ${nameOf(index)}\nfeatured_image: ../images/featured-502.png\n---\n\n${note}\n${body}\n[The next one](./${next}.md)\n`,
    )
  }
  for (let index = 0; index < articles; index += 1) await write(index)
  return { nameOf, write }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
