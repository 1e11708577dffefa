import type { Element, ElementContent, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from '../standards/visit.ts'

/** What stands below one heading of an article, the heading included; the first may begin without one. */
interface Section {
  /** Of its heading; 0 without one. */
  readonly depth: number
  readonly nodes: ElementContent[]
}

/** A row holds the same section of each text, in the order of the texts; nothing where a text has no such section. */
export type Row = readonly (readonly ElementContent[])[]

/**
 * Parts texts at their headings, so that their sections can stand side by side: at every heading where the texts have the
 * same outline, otherwise at those of the highest level, which translations keep longest. Headings inside of boxes part nothing.
 *
 * Each text is parsed on its own, so whatever raw HTML is left open in one ends with it. Ids get the number of the text,
 * since both languages may have the same.
 *
 * @param texts content as HTML, in the order of the columns
 */
export function alignSections(texts: readonly string[]): Row[] {
  const whole = texts.map((text, index) => sectionsOf(renumber(text, index)))
  const outlines = whole.map((sections) => sections.map(({ depth }) => depth).join())
  const aligned = outlines.every((one) => one === outlines[0]) ? whole : whole.map(byHighest)
  const length = Math.max(0, ...aligned.map((sections) => sections.length))
  return Array.from({ length }, (_, row) => aligned.map((sections) => sections[row]?.nodes ?? []))
}

function sectionsOf(nodes: readonly ElementContent[]): Section[] {
  const sections: Section[] = [{ depth: 0, nodes: [] }]
  for (const node of nodes) {
    const depth = depthOf(node)
    if (depth > 0) sections.push({ depth, nodes: [node] })
    else sections.at(-1)?.nodes.push(node)
  }
  return sections
}

function byHighest(sections: readonly Section[]): Section[] {
  const highest = Math.min(...sections.map(({ depth }) => depth).filter((depth) => depth > 0))
  const merged: Section[] = []
  for (const { depth, nodes } of sections) {
    if (depth === 0 || depth === highest) merged.push({ depth, nodes: [...nodes] })
    else merged.at(-1)?.nodes.push(...nodes)
  }
  return merged
}

function depthOf(node: ElementContent): number {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : 0
}

/** Attributes that name ids, as hast calls them. */
const REFERENCES = ['htmlFor', 'ariaLabelledBy', 'ariaDescribedBy', 'ariaControls', 'headers'] as const

function renumber(text: string, index: number): ElementContent[] {
  const tree = fromHtml(text, { fragment: true })
  visit(tree, 'element', ({ properties }: Element) => {
    if (typeof properties.id === 'string') properties.id = `${index}-${properties.id}`
    const { href } = properties
    if (typeof href === 'string' && /^#./.test(href)) properties.href = `#${index}-${href.slice(1)}`
    for (const name of REFERENCES) {
      const value = properties[name]
      if (typeof value === 'string') properties[name] = [`${index}-${value}`]
      else if (Array.isArray(value)) properties[name] = value.map((one) => `${index}-${one}`)
    }
  })
  return tree.children.filter(isContent)
}

function isContent(node: RootContent): node is ElementContent {
  return node.type !== 'doctype'
}
