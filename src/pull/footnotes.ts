import type { Element } from 'hast'
import type { Root } from 'mdast'
import { type Note, readNotes } from '../constructs/footnotes/read-notes.ts'
import { isElement } from '../content/elements.ts'
import { normalise } from '../content/normal-form.ts'
import { type ContentUnit, readContent, withoutMarks } from '../content/read-content.ts'
import { visit } from '../standards/visit.ts'
import type { PullContext } from './context.ts'
import { isExpressible } from './expressible.ts'
import { elementsToMdast } from './to-mdast.ts'
import { writeMarkdown } from './write-markdown.ts'

export interface NotedUnits {
  /** What stands above the notes. */
  readonly units: readonly ContentUnit[]
  readonly notes: readonly Note[]
}

/** Takes the list of footnotes off the end, and the rule above it; `undefined` where there is no such list. */
export function splitNotes(units: readonly ContentUnit[], context: PullContext): NotedUnits | undefined {
  const [rule, list] = units.slice(-2)
  if (rule === undefined || list === undefined) return undefined
  const [hr, ...others] = normalise(rule.nodes)
  const [ol] = normalise(list.nodes)
  if (!isElement(hr, 'hr') || others.length > 0 || ol === undefined) return undefined
  const notes = readNotes(ol, context)
  return notes === undefined ? undefined : { units: units.slice(0, -2), notes }
}

/** The labels of an article's notes as their author wrote them, by the identifiers that are made of them. */
export function noteLabels(tree: Root): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  visit(tree, 'footnoteDefinition', ({ identifier, label }) => {
    labels.set(identifier, label ?? identifier)
  })
  return labels
}

/** The notes that an article's body has, as it comes out. */
export async function notesOf(body: string, context: PullContext): Promise<readonly Note[]> {
  return splitNotes(readContent(await context.render(body)), context)?.notes ?? []
}

/**
 * Writes a note as its definition, in the plainest way that comes out right.
 *
 * @returns `undefined` where Markdown cannot say what the note says
 */
export async function writeNote(
  { label, key, children }: Note,
  context: PullContext,
): Promise<string | undefined> {
  if (!children.every((child) => isExpressible(child, context))) return undefined
  const item: Element = { type: 'element', tagName: 'li', properties: {}, children: withoutMarks(children) }
  const [list] = elementsToMdast(
    [{ type: 'element', tagName: 'ol', properties: {}, children: [item] }],
    context,
  )
  const content = list?.type === 'list' ? (list.children[0]?.children ?? []) : []
  const definition = { type: 'footnoteDefinition' as const, identifier: label, label, children: content }
  const [plain, careful] = [false, true].map((isCareful) =>
    writeMarkdown([definition], { otherBullet: false, careful: isCareful }),
  )
  const [found] = await notesOf(`[^${label}]\n\n${plain}`, context)
  return found?.key === key ? plain : careful
}
