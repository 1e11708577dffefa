import type { Element } from 'hast'
import type { BlockContent, Node, Paragraph, Parent, PhrasingContent, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { writeBlock } from '../content/block-delimiters.ts'
import { isElement } from '../content/elements.ts'
import { isRichText } from '../content/rich-text.ts'
import { closingIndexes } from '../standards/depths.ts'
import { own } from '../standards/own.ts'
import { visit } from '../standards/visit.ts'
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

/** Makes elements of what lies between the tags, those inside others first. */
function gather(parent: Parent, fallback: string): void {
  const nodes = parent.children
  if (!nodes.some((node) => htmlOf(node) !== '')) return
  const closings = closingIndexes(nodes.map(changeOf))
  const build = (from: number, to: number): Node[] => {
    const built: Node[] = []
    for (let at = from; at < to; at += 1) {
      const node = nodes[at]
      if (node === undefined) continue
      const end = closings[at] ?? -1
      const opening =
        end === -1 || !/^<\/details\s*>$/i.test(htmlOf(nodes[end])) ? undefined : readOpening(nodes, at)
      if (opening === undefined || end < at + opening.length) {
        built.push(node)
        continue
      }
      const content = build(at + opening.length, end) as BlockContent[]
      const summary: PhrasingContent[] =
        opening.summary === '' ? [] : [{ type: 'html', value: opening.summary }]
      built.push(toDetails(opening.open, summary, content, fallback))
      at = end
    }
    return built
  }
  parent.children = build(0, nodes.length) as Parent['children']
}

/** How many details a piece of HTML opens; negative where it closes more. */
function changeOf(node: Node): number {
  const html = htmlOf(node)
  return (html.match(/<details\b/gi)?.length ?? 0) - (html.match(/<\/details\b/gi)?.length ?? 0)
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
