import { performance } from 'node:perf_hooks'
import rehypeStringify from 'rehype-stringify'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { loadConfig } from '../src/config/load.ts'
import type { Config } from '../src/config/types.ts'
import { createLinkTargets } from '../src/links/targets.ts'
import { listAddresses } from '../src/posts/addresses.ts'
import { parseMarkdown } from '../src/render/markdown.ts'
import { renderPosts } from '../src/render/render.ts'
import { readPosts, validatePosts } from '../test/helpers/sources.ts'

/** Runs of each side, in turns, so that a slow moment of the machine hits both. */
const ROUNDS = 30

const config = await loadConfig('wp.config.json')
const sources = await readPosts(config)
const posts = await validatePosts(sources, config)
const targets = createLinkTargets(listAddresses(sources), config)
const bodies = posts.map(({ file }) => String(file).replace(/^---[\s\S]*?\n---\n/, ''))

const peer = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkDirective)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze()

const sides: Readonly<Record<string, () => Promise<unknown>>> = {
  'plain unified with the same syntax': () => Promise.all(bodies.map((body) => peer.process(body))),
  'Rensai, Markdown to block markup': () => rensai('class'),
  'the same, code coloured by Shiki': () => rensai('shiki'),
}

function rensai(highlight: Config['highlight']): Promise<unknown> {
  const parsed = posts.map((post, index) => ({ ...post, tree: parseMarkdown(bodies[index] ?? '') }))
  return renderPosts(parsed, { ...config, highlight }, (url, from) => targets(url, from.file.path))
}

const times = new Map<string, number[]>(Object.keys(sides).map((name) => [name, []]))
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, run] of Object.entries(sides)) {
    const start = performance.now()
    await run()
    times.get(name)?.push(performance.now() - start)
  }
}

const medians = [...times].map(
  ([name, all]) => [name, all.toSorted((a, b) => a - b)[ROUNDS / 2] ?? 0] as const,
)
const base = medians[0]?.[1] ?? 1
for (const [name, median] of medians) {
  const perArticle = (median / posts.length).toFixed(2)
  console.log(`${name}: ${perArticle} ms per article, ${(median / base).toFixed(2)} times the peer`)
}
