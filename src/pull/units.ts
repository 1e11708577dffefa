import type { RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { writeBlock } from '../content/block-delimiters.ts'
import { isElement } from '../content/elements.ts'
import { normalise, unitKeys } from '../content/normal-form.ts'
import { type ContentUnit, withoutMarks } from '../content/read-content.ts'
import { isBlockMarkup, unwrapBlock } from '../content/split-blocks.ts'
import type { PullContext } from './context.ts'
import { isExpressible } from './expressible.ts'
import { elementsToMdast } from './to-mdast.ts'
import { writeMarkdown } from './write-markdown.ts'

/** The place of a piece in the author's own file, with the blanks and newlines around it there. */
export interface Place {
  readonly index: number
  readonly before: string
  readonly after: string | undefined
}

/** One piece of a post's content and the ways to write it in Markdown, the best one first. */
export interface PulledUnit {
  readonly keys: readonly string[]
  readonly ways: readonly string[]
  /** Where it stands in the author's own file, or what it takes the place of. */
  readonly place?: Place
  /** True where the first way is the author's own. */
  readonly isOwn?: boolean
}

/**
 * Finds the ways to write a piece of content. The last one keeps it as it stands, byte for byte: as the block
 * editor's markup, or as an HTML block.
 */
export function toUnit(unit: ContentUnit, before: ContentUnit | undefined, context: PullContext): PulledUnit {
  const nodes = withoutMarks(normalise(unit.nodes)).map((node) =>
    withoutLanguage(node as RootContent, context),
  )
  const bullets = before !== undefined && isListBeside(before, nodes) ? [true, false] : [false]
  const markdown = nodes.every((node) => isExpressible(node, context))
    ? [false, true].flatMap((careful) =>
        bullets.map((otherBullet) =>
          writeMarkdown(elementsToMdast(nodes, context), { otherBullet, careful }),
        ),
      )
    : []
  const ways = new Set([...markdown, ...asHtml(unit)].filter((way) => way !== ''))
  return { keys: unitKeys(unit), ways: [...ways] }
}

/** The article's own language comes by itself. */
function withoutLanguage(node: RootContent, { language }: PullContext): RootContent {
  if (language === undefined || !isElement(node) || node.properties.lang !== language) return node
  const { lang: _, ...properties } = node.properties
  return { ...node, properties }
}

function isListBeside(before: ContentUnit, nodes: readonly RootContent[]): boolean {
  const [last] = normalise(before.nodes).slice(-1)
  return isElement(last, 'ul', 'ol') && isElement(nodes[0], last.tagName)
}

function asHtml({ text, nodes }: ContentUnit): string[] {
  if (isBlockMarkup(text)) {
    const inner = unwrapBlock('html', text.trim())
    return [...(inner === undefined ? [] : [inner.trim()]), text.trim()]
  }
  return [text, oneLine(withoutMarks(nodes)), writeBlock('html', {}, text)]
}

/** HTML on one line, since a blank line ends an HTML block; in code a newline stands as a reference. */
function oneLine(nodes: readonly RootContent[]): string {
  return toHtml({ type: 'root', children: [...nodes] }).replace(
    /(<(pre|textarea)\b[\s\S]*?(?:<\/\2>|$))|\s+/g,
    (text, kept: string | undefined) => {
      if (kept !== undefined) return kept.replaceAll('\n', '&#10;')
      return text.includes('\n') ? ' ' : text
    },
  )
}
