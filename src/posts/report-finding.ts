import type { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import type { Finding, RuleInfo, Severity } from './rule.ts'

/** The severity of a rule under a configuration. */
export function severityOf(rule: RuleInfo, config: Config): Severity {
  return config.rules[rule.id] ?? rule.severity
}

/** Puts a finding on its file as a message, with the severity that the configuration gives the rule. */
export function reportFinding(
  file: VFile,
  rule: RuleInfo,
  { reason, place, note, suggestion, fix }: Finding,
  config: Config,
): void {
  const severity = severityOf(rule, config)
  if (severity === 'off') return
  const message = file.message(reason, { place, ruleId: rule.id, source: 'rensai' })
  message.fatal = severity === 'error'
  message.note = note
  message.expected = suggestion === undefined ? [] : [suggestion]
  if (fix !== undefined) message.fix = fix
}
