import type { VFile } from 'vfile'
import type { Config } from '../types.ts'
import type { Finding, Severity } from './rule.ts'

/** Puts a finding on its file as a message, with the severity that the configuration gives the rule. */
export function reportFinding(
  file: VFile,
  rule: { readonly id: string; readonly severity: Severity },
  { reason, place, note, suggestion }: Finding,
  config: Config,
): void {
  const severity = config.rules[rule.id] ?? rule.severity
  if (severity === 'off') return
  const message = file.message(reason, { place, ruleId: rule.id, source: 'rensai' })
  message.fatal = severity === 'error'
  message.note = note
  message.expected = suggestion === undefined ? [] : [suggestion]
}
