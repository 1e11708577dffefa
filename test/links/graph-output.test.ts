import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { runInThisContext } from 'node:vm'
import { parse } from '@ts-graphviz/ast'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { GRAPH_FORMATS } from '../../src/links/output/formats.ts'
import { writeGraph } from '../../src/links/output/write-graph.ts'
import { createLinkTargets } from '../../src/links/targets.ts'
import { listAddresses } from '../../src/posts/addresses.ts'
import { parsePost } from '../../src/posts/read.ts'
import { testConfig } from '../helpers/config.ts'
import { buildLinkGraph } from '../helpers/sources.ts'

const config = testConfig({
  site: { url: 'https://blog.example' },
  series: [{ name: 'errors "1"', members: ['a'] }],
})

const titles = [
  'VS Codeで「Server error: 502」が出る原因',
  'end',
  'a "quoted" [x] (y) {z} <b>&amp; `c` #35; ; | \\',
  '`**md**`',
  '%% no comment',
  '絵文字😀とＡＢＣ — 100%',
  'click me --> n1',
  'C:\\new\\',
]

function graphOf(files: Readonly<Record<string, string>>): ReturnType<typeof buildLinkGraph> {
  const sources = Object.entries(files).map(([name, text]) => parsePost(name, text, config))
  return buildLinkGraph(sources, createLinkTargets(listAddresses(sources), config))
}

const graph = graphOf({
  'a-jp.md': `---\ntitle: ${JSON.stringify(titles[0])}\nstatus: publish\nslug: a-jp\n---\n
## 概要\n\n[b](./b/x-jp.md) [b](./b/x-jp.md#概要) [b](./b/x-jp.md#none) [c](./c"c".md) [d](/archives/9) [#](#none)`,
  'b/x-jp.md': `---\ntitle: ${JSON.stringify(titles[2])}\n---\n\n## 概要\n\n[a](../a-jp.md) [o](https://o.example)`,
})

/** Mermaid cleans labels with the browser's own parser. */
beforeAll(() => {
  const { window } = new JSDOM('')
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', window.document)
  // The whole of Mermaid is 150 MB; this build of it is a script for pages.
  const file = createRequire(import.meta.url).resolve('@mermaid-js/tiny')
  runInThisContext(readFileSync(file, 'utf8'), { filename: file })
})

afterAll(() => {
  vi.unstubAllGlobals()
})

async function parseMermaid(text: string): Promise<unknown> {
  const { mermaid } = globalThis as unknown as { mermaid: { parse: (text: string) => Promise<unknown> } }
  return await mermaid.parse(text)
}

test.each(GRAPH_FORMATS)('writes the graph as %s', async (format) => {
  await expect(`${writeGraph(graph, format, config)}\n`).toMatchFileSnapshot(
    `../fixtures/graph/graph.${format}`,
  )
})

test('writes Mermaid that Mermaid reads', async () => {
  expect(await parseMermaid(writeGraph(graph, 'mermaid', config))).toMatchObject({
    diagramType: expect.stringMatching(/^flowchart/),
  })
  await expect(parseMermaid('flowchart LR\n  a["b"c"]')).rejects.toThrow()
})

test('writes DOT that a DOT parser reads', () => {
  const document = parse(writeGraph(graph, 'dot', config))
  const statements = document.children.flatMap((child) => ('children' in child ? child.children : []))
  expect(statements.filter(({ type }) => type === 'Edge')).toHaveLength(4)
})

test.each(titles)('shows the title %j to each tool', async (title) => {
  const one = graphOf({ 'a.md': `---\ntitle: ${JSON.stringify(title)}\n---\n` })
  await parseMermaid(writeGraph(one, 'mermaid', config))
  parse(writeGraph(one, 'dot', config))
  expect(JSON.parse(writeGraph(one, 'json', config)).nodes[0].title).toBe(title)
})
