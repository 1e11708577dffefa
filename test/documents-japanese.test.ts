import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Nodes, Root } from 'mdast'
import { glob } from 'tinyglobby'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../src/render/markdown.ts'

const pairs = [
  ['README.md', 'README.ja.md'] as const,
  ...(await glob('docs/*.md')).map((page) => [page, page.replace('docs/', 'docs/ja/')] as const),
]

function nodesOf(page: Root, type: Nodes['type']): Nodes[] {
  const found: Nodes[] = []
  const visit = (node: Nodes): void => {
    if (node.type === type) found.push(node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const child of page.children) visit(child)
  return found
}

/** Where a link leads, whichever language the page there is in, and whatever its sections are called. */
function inEitherLanguage(url: string): string {
  return url
    .replace(/^(?:\.\.\/)*(?:docs\/)?(?:ja\/)?/, '')
    .replace('.ja.md', '.md')
    .replace(/#.*$/, '#')
}

/** What is to be typed or written: comments, remarks in brackets and what the program prints are in the page's language. */
function codeOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !/^\(.*\)$|: (?:error|warning): /.test(line))
    .map((line) => line.replace(/(?:^|\s)# .*$/, '').trimEnd())
}

/** What both pages have alike, whatever the words: their outline, code, tables, lists, and where they lead. */
function shapeOf(text: string) {
  const page = parseMarkdown(text)
  const children = (type: Nodes['type']): number[] =>
    nodesOf(page, type).map((node) => ('children' in node ? node.children.length : 0))
  const links = nodesOf(page, 'link').map((node) => ('url' in node ? inEitherLanguage(node.url) : ''))
  return {
    headings: nodesOf(page, 'heading').map((node) => ('depth' in node ? node.depth : 0)),
    code: nodesOf(page, 'code').map((node) => ('value' in node ? codeOf(node.value) : [])),
    images: nodesOf(page, 'image').map((node) => ('url' in node ? inEitherLanguage(node.url) : '')),
    tables: children('table'),
    lists: children('list'),
    // The link to the other language apart, and in whatever order a sentence has them.
    links: links.filter((url) => url !== 'README.md').sort(),
  }
}

test('every page has its Japanese', () => {
  expect(pairs.filter(([, japanese]) => !existsSync(japanese))).toEqual([])
})

test.each(pairs)('%s and %s have the same content', async (english, japanese) => {
  const [one, other] = await Promise.all([english, japanese].map((page) => readFile(page, 'utf8')))
  expect(shapeOf(other ?? '')).toEqual(shapeOf(one ?? ''))
})
