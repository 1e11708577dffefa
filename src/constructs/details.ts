import type { Element } from 'hast'
import type { BlockContent, Node, Paragraph, Parent, PhrasingContent, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { visit } from 'unist-util-visit'
import { writeBlock } from '../content/block-delimiters.ts'
import { isElement } from '../content/elements.ts'
import { isRichText } from '../content/rich-text.ts'
import { own } from '../standards/own.ts'
import type { BlockState, Construct, PullState } from './construct.ts'

const DETAILS = /^<details(?<open>\s+open(?:=(?:"(?:open)?"|'(?:open)?'|open))?)?\s*>\s*(?<summary>[\s\S]*)$/i
const SUMMARY = /^<summary>(?<text>(?:(?!<\/?summary\b)[\s\S])*)<\/summary>$/i

/** What stands for a summary where there is none; the editor would write the English one for every reader. */
const NO_SUMMARY: Readonly<Record<string, string>> = { ja: '詳細', en: 'Details' }

/**
 * Makes one element of `<details>`, Markdown and `</details>`, and of `:::details[Summary]{open}`, so that its
 * content can be edited as blocks. HTML that holds more than these tags stays as it was written.
 *
 * @param siteLanguage the language of articles that name none
 */
function remarkDetails(siteLanguage: string) {
  return (tree: Root): void => {
    const [language = 'en'] = (tree.data?.language ?? siteLanguage).split('-')
    const fallback = own(NO_SUMMARY, language) ?? 'Details'
    visit(tree, 'containerDirective', (box) => {
      if (box.name !== 'details') return
      const [first, ...rest] = box.children
      const label = first?.type === 'paragraph' && first.data?.directiveLabel === true ? first : undefined
      const content = label === undefined ? box.children : rest
      Object.assign(
        box,
        toDetails(box.attributes?.open !== undefined, label?.children ?? [], content, fallback),
      )
    })
    visit(tree, (node) => {
      if ('children' in node) gather(node, fallback)
    })
  }
}

/** From the last node to the first, so that inner details are elements by the time the outer ones are met. */
function gather(parent: Parent, fallback: string): void {
  for (let at = parent.children.length - 1; at >= 0; at -= 1) {
    const opening = readOpening(parent.children, at)
    const end = opening === undefined ? -1 : findEnd(parent.children, at + opening.length)
    if (opening === undefined || end === -1) continue
    const content = parent.children.slice(at + opening.length, end) as BlockContent[]
    const summary: PhrasingContent[] =
      opening.summary === '' ? [] : [{ type: 'html', value: opening.summary }]
    parent.children.splice(at, end + 1 - at, toDetails(opening.open, summary, content, fallback))
  }
}

interface Opening {
  readonly open: boolean
  readonly summary: string
  /** How many nodes it takes: the summary may stand in a piece of its own. */
  readonly length: 1 | 2
}

function readOpening(nodes: readonly Node[], at: number): Opening | undefined {
  const groups = DETAILS.exec(htmlOf(nodes[at]))?.groups
  if (groups === undefined) return undefined
  const own = groups.summary?.trim() ?? ''
  const summary = SUMMARY.exec(own === '' ? htmlOf(nodes[at + 1]) : own)?.groups?.text
  if (summary === undefined) return undefined
  return { open: groups.open !== undefined, summary: summary.trim(), length: own === '' ? 2 : 1 }
}

/** Index of the node that closes the details and nothing else; -1 where there is none. */
function findEnd(nodes: readonly Node[], start: number): number {
  let depth = 1
  for (let at = start; at < nodes.length; at += 1) {
    const html = htmlOf(nodes[at])
    depth += (html.match(/<details\b/gi)?.length ?? 0) - (html.match(/<\/details\b/gi)?.length ?? 0)
    if (depth <= 0) return /^<\/details\s*>$/i.test(html) ? at : -1
  }
  return -1
}

function htmlOf(node: Node | undefined): string {
  return node?.type === 'html' && 'value' in node ? String(node.value).trim() : ''
}

function toDetails(
  open: boolean,
  summary: readonly PhrasingContent[],
  content: readonly BlockContent[] | ContainerDirective['children'],
  fallback: string,
): ContainerDirective {
  const title: Paragraph = {
    type: 'paragraph',
    children: summary.length === 0 ? [{ type: 'text', value: fallback }] : [...summary],
    data: { hName: 'summary' },
  }
  return {
    type: 'containerDirective',
    name: 'details',
    data: { hName: 'details', hProperties: open ? { open } : {} },
    children: [title, ...content],
  }
}

function writeDetailsBlock(element: Element, state: BlockState): string {
  const { open } = element.properties
  const [summary, ...content] = element.children
  if (!isElement(summary, 'summary') || !isRichText(summary)) return state.html(element)
  const title = `<summary>${state.text(summary.children)}</summary>`
  const tag = `<details class="wp-block-details"${open === true ? ' open' : ''}>`
  const attributes = open === true ? { showContent: true } : {}
  return writeBlock('details', attributes, `${tag}${title}${state.blocks(content)}</details>`)
}

function readDetails(element: Element, state: PullState): ContainerDirective {
  const summary = element.children.find((child) => isElement(child, 'summary'))
  const children = state.flow(element.children.filter((child) => child !== summary))
  const label = isElement(summary) ? state.line(summary) : []
  const title: Paragraph = { type: 'paragraph', children: label, data: { directiveLabel: true } }
  const attributes = element.properties.open === undefined ? {} : { open: '' }
  return {
    type: 'containerDirective',
    name: 'details',
    attributes,
    children: [title, ...children] as ContainerDirective['children'],
  }
}

/** `<details>` around Markdown, and `:::details[Summary]{open}`, which is what comes back. */
export const details: Construct = {
  name: 'details',
  out: {
    mdast: ({ site }) => [[remarkDetails, site.language]],
    blocks: { elements: { details: writeDetailsBlock } },
  },
  back: {
    attributes: { details: ['open'], summary: [] },
    elements: { details: readDetails },
  },
  compared: { blocks: { details: ['showContent'] } },
}
