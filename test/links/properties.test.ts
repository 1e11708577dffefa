import { parse as parseDot } from '@ts-graphviz/ast'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkGraph } from '../../src/links/check-graph.ts'
import { collect } from '../../src/links/collect.ts'
import { findHtmlAddresses } from '../../src/links/html-addresses.ts'
import { writeGraph } from '../../src/links/output/write-graph.ts'
import { createLinkTargets } from '../../src/links/targets.ts'
import { listAddresses } from '../../src/posts/addresses.ts'
import { parsePost } from '../../src/posts/read.ts'
import type { SourcePost } from '../../src/posts/types.ts'
import { allRules } from '../../src/rules.ts'
import { testConfig } from '../helpers/config.ts'
import { buildLinkGraph } from '../helpers/sources.ts'

const config = testConfig({
  site: { url: 'https://blog.example/sub', permalink: '/%year%/%postname%/' },
  series: [{ name: 's', members: ['a', 'b'] }],
  rules: Object.fromEntries(allRules.map(({ id }) => [id, 'warn'])),
})

/** Pieces of which links are made, and what breaks them. */
const piece = fc.constantFrom(
  ...'[ ] ( ) < > " # ## ` * _ ! \\ & &amp; % %E6 %E6%A6%82 概要 ｂ 。 \n \n\n - > : ? / ./ ../ [a] [b]: a-en.md b-jp.md b-en /2025/a-jp/'.split(
    ' ',
  ),
  ' ',
  ':::note\n',
  '<a href=',
  '<a href="b-jp.md#x">',
  '<a name=x>',
  '<div id="y">',
  '<!--',
  '-->',
  'https://blog.example/sub/2025/b-jp/',
  'https://o.example/x_(y)',
  'www.o.example',
  '[x](./B-JP.md#概要)',
  '## 概要\n',
)
const body = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

function read(bodies: Readonly<Record<string, string>>): SourcePost[] {
  return Object.entries(bodies).map(([name, text]) =>
    parsePost(name, `---\ntitle: T\nseries: s\nstatus: publish\n---\n${text}`, config),
  )
}

test('whatever stands in the articles: links are found where they are written, and messages lie in the file', () => {
  fc.assert(
    fc.property(body, body, (first, second) => {
      const sources = read({ 'a-jp.md': first, 'a-en.md': '## 概要\n', 'b-jp.md': second, 'b-en.md': '' })
      const graph = buildLinkGraph(sources, createLinkTargets(listAddresses(sources), config))
      for (const { source } of graph.values()) source.file.messages = []
      checkGraph(graph, config, 0)
      for (const { source, links } of graph.values()) {
        const text = String(source.file)
        const lines = text.split(/\r\n|[\n\r]/)
        for (const { range, url } of links) {
          if (range !== undefined) expect(text.slice(range.start, range.end)).toBe(url)
        }
        for (const { line, column } of source.file.messages) {
          expect(lines[(line ?? 1) - 1]?.length ?? -1).toBeGreaterThanOrEqual((column ?? 1) - 1)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('a fix leads to the article that was meant, and changes no other link', () => {
  fc.assert(
    fc.property(body, (text) => {
      const sources = read({
        'a-jp.md': `${text}\n\n[x](./B-JP.md) [y](b-en.md) [z](/sub/2025/b-jp)`,
        'b-jp.md': '',
        'b-en.md': '',
      })
      const targets = createLinkTargets(listAddresses(sources), config)
      const graph = buildLinkGraph(sources, targets)
      const [source] = sources
      if (source === undefined) throw new Error('no article')
      source.file.messages = []
      checkGraph(graph, config, 0)
      const before = graph.get('a-jp')?.links ?? []
      for (const { fix, ruleId } of source.file.messages) {
        if (fix === undefined || ruleId === 'link-anchor') continue
        const mended = String(source.file).slice(0, fix.start) + fix.text + String(source.file).slice(fix.end)
        const after = collect(parsePost('a-jp.md', mended, config)).links
        expect(after).toHaveLength(before.length)
        before.forEach((link, index) => {
          const url = after[index]?.url ?? ''
          if (link.range?.start !== fix.start) expect(url).toBe(link.url)
          else expect(targets(url, 'posts/a-jp.md')).toMatchObject({ kind: 'post', key: 'b-jp' })
        })
      }
    }),
    { numRuns: 60 },
  )
})

test('any title can be drawn', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const source = parsePost('a.md', `---\ntitle: ${JSON.stringify(title)}\n---\n`, config)
      const graph = buildLinkGraph([source], createLinkTargets([], config))
      parseDot(writeGraph(graph, 'dot', config))
      JSON.parse(writeGraph(graph, 'json', config))
      expect(writeGraph(graph, 'mermaid', config).split('\n')).toHaveLength(5)
    }),
    { numRuns: 100 },
  )
})

test('any HTML is read in no time', () => {
  const tag = fc.constantFrom(
    '<a',
    ' href',
    '=',
    '"',
    "'",
    '>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    ' ',
    '/',
    'x',
    '<',
  )
  fc.assert(
    fc.property(fc.array(tag, { maxLength: 300 }), (tags) => {
      const html = tags.join('')
      for (const { url, range } of findHtmlAddresses(html).links) {
        expect(html.slice(range.start, range.end)).toBe(url)
      }
    }),
  )
  for (const part of ['<a', '<a href="', '<!--', '<script>', '<a x=y ', '<a x', ' =', "<a b='"]) {
    const begun = performance.now()
    findHtmlAddresses(part.repeat(20_000))
    expect(performance.now() - begun).toBeLessThan(5000)
  }
})
