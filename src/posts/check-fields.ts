import type { Draft } from './draft.ts'
import { reportFinding, severityOf } from './report-finding.ts'
import type { Rule, RuleContext } from './rule.ts'

/** Judges the front matter of an article by every rule that is not off; one that cannot be read by none. */
export function checkFields<Context extends RuleContext>(
  draft: Draft,
  rules: readonly Rule<Context>[],
  context: Context,
): void {
  if (draft.unreadable) return
  for (const rule of rules) {
    if (severityOf(rule, context.config) === 'off') continue
    for (const finding of rule.check(draft, context)) {
      reportFinding(draft.source.file, rule, finding, context.config)
    }
  }
}
