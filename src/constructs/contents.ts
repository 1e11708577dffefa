import type { Element } from 'hast'
import type { Heading, List, ListItem, Node, PhrasingContent, Root, RootContent } from 'mdast'
import { toString as mdastToString } from 'mdast-util-to-string'
import type { Config } from '../config/types.ts'
import { classText, isElement } from '../content/elements.ts'
import { visit } from '../standards/visit.ts'
import type { Construct } from './construct.ts'
import { headingIds } from './headings/ids.ts'

const CLASS = 'table-of-contents'

/** What it is compared as, whatever it lists. */
export const CONTENTS_KEY = `<ul class="${CLASS}"></ul>`

/** A list of the article's sections. */
export const contents: Construct = {
  name: 'contents',
  out: { mdast: ({ toc }) => [[remarkContents, toc]] },
  back: {
    attributes: { ul: (list) => (isContents(list) ? Object.keys(list.properties) : []) },
    elements: { ul: (list) => (isContents(list) ? { type: 'html', value: '[[toc]]' } : undefined) },
  },
  // Made anew of the headings.
  compared: { isMadeAnew: isContents },
}

/**
 * Puts a list of the article's sections where `[[toc]]`, `[toc]` or `<!-- toc -->` stands alone in a paragraph.
 * What a tool wrote between `<!-- toc -->` and `<!-- tocstop -->` gives way to it.
 */
function remarkContents({ minDepth, maxDepth }: Config['toc']) {
  return (tree: Root): void => {
    const ids = headingIds(tree)
    visit(tree, (node, index, parent) => {
      if (parent === undefined || index === undefined || !('children' in parent) || !asksForContents(node))
        return
      const siblings = parent.children as RootContent[]
      const stop = isComment(node, 'toc') ? findStop(siblings, index) : -1
      const title = siblings[index - 1]
      const listed = [...ids].filter(
        // The heading of the list itself is no section.
        ([heading]) => heading.depth >= minDepth && heading.depth <= maxDepth && heading !== title,
      )
      const list = listed.length === 0 ? [] : [toList(listed)]
      siblings.splice(index, stop === -1 ? 1 : stop + 1 - index, ...list)
      return index + list.length
    })
  }
}

/** Where the end of a list stands that a tool wrote. */
function findStop(siblings: readonly RootContent[], index: number): number {
  for (let at = index + 1; at < siblings.length; at += 1) {
    const sibling = siblings[at]
    if (sibling === undefined || isComment(sibling, 'toc')) return -1
    if (isComment(sibling, 'tocstop')) return at
  }
  return -1
}

/** True for what stands where a list of the article's sections is wanted. */
export function asksForContents(node: Node): boolean {
  if (isComment(node, 'toc')) return true
  return node.type === 'paragraph' && /^\[(?:toc|\[toc\])\]$/i.test(mdastToString(node).trim())
}

const COMMENTS = { toc: /^<!--\s*toc\s*-->$/i, tocstop: /^<!--\s*tocstop\s*-->$/i } as const

function isComment(node: Node, name: keyof typeof COMMENTS): boolean {
  return node.type === 'html' && 'value' in node && COMMENTS[name].test(String(node.value).trim())
}

type Entry = readonly [Heading, string]

/** Deeper headings stand in a list below the heading before them. */
function toList(entries: readonly Entry[]): List {
  const depth = entries.reduce((least, [heading]) => Math.min(least, heading.depth), 6)
  const items: ListItem[] = []
  let at = 0
  while (at < entries.length) {
    let end = at + 1
    while (end < entries.length && (entries[end]?.[0].depth ?? 0) > depth) end += 1
    items.push(toItem(entries.slice(at, end), depth))
    at = end
  }
  const data = { hProperties: { className: [CLASS] } }
  return { type: 'list', ordered: false, spread: false, children: items, data }
}

function toItem(entries: readonly Entry[], depth: number): ListItem {
  const [first, ...rest] = entries
  if (first === undefined || first[0].depth > depth) return item([toInnerList(entries)])
  return item([
    { type: 'paragraph', children: [toLink(first)] },
    ...(rest.length === 0 ? [] : [toInnerList(rest)]),
  ])
}

function toInnerList(entries: readonly Entry[]): List {
  return { ...toList(entries), data: {} }
}

function item(children: ListItem['children']): ListItem {
  return { type: 'listItem', spread: false, children }
}

function toLink([heading, id]: Entry): PhrasingContent {
  return { type: 'link', url: `#${id}`, children: heading.children.flatMap(plain) as [] }
}

/** The text of a heading without what would make a second link, a second note or a picture of it. */
function plain(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'footnoteReference' || node.type === 'html') return []
  if (node.type === 'image' || node.type === 'imageReference')
    return [{ type: 'text', value: node.alt ?? '' }]
  if (!('children' in node)) return [structuredClone(node)]
  const children = node.children.flatMap(plain)
  if (node.type === 'link' || node.type === 'linkReference') return children
  return [{ ...node, children } as PhrasingContent]
}

/** True for a list of the article's sections. */
function isContents(node: Element): boolean {
  if (!isElement(node, 'ul') || classText(node) !== CLASS) return false
  const items = node.children.flatMap((item) => (isElement(item, 'li') ? item.children : []))
  return items.every((child) => {
    if (isElement(child, 'a')) return String(child.properties.href ?? '').startsWith('#')
    return isElement(child, 'ul') || (child.type === 'text' && child.value.trim() === '')
  })
}
