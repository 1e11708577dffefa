import type { Nodes } from 'mdast'
import type { Draft } from './draft.ts'
import { reportFinding, severityOf } from './report-finding.ts'
import type { ContentRule, RuleContext } from './rule.ts'

type Visitor = (node: Nodes) => void

/**
 * Begins to judge the body of an article, or a part of it, by every rule that is not off.
 *
 * @returns what to call with each node, parents before their children: all rules share one walk over the tree
 */
export function beginContent<Context extends RuleContext>(
  draft: Draft,
  rules: readonly ContentRule<Context>[],
  context: Context,
): Visitor {
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
  return (node) => {
    for (const visitor of visitors.get(node.type) ?? []) visitor(node)
  }
}
