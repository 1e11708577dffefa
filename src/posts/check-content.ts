import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Draft } from './draft.ts'
import { reportFinding, severityOf } from './report-finding.ts'
import type { ContentRule, RuleContext } from './rule.ts'

type Visitor = (node: Nodes) => void

/** Judges the body of an article, or a part of it, by every rule that is not off, in one walk over its tree. */
export function checkContent<Context extends RuleContext>(
  draft: Draft,
  tree: Nodes,
  rules: readonly ContentRule<Context>[],
  context: Context,
): void {
  const { source } = draft
  const visitors = new Map<string, Visitor[]>()
  for (const rule of rules) {
    if (severityOf(rule, context.config) === 'off') continue
    const begun = rule.begin(draft, context, (finding) => {
      reportFinding(source.file, rule, finding, context.config)
    })
    for (const [type, visitor] of Object.entries(begun)) {
      visitors.set(type, [...(visitors.get(type) ?? []), visitor as Visitor])
    }
  }
  visit(tree, (node) => {
    for (const visitor of visitors.get(node.type) ?? []) visitor(node)
  })
}
