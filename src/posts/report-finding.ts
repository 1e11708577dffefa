import type { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { own } from '../standards/own.ts'
import type { Finding, Fix, RuleInfo, Severity } from './rule.ts'

/** The severity of a rule under a configuration. */
export function severityOf(rule: RuleInfo, config: Config): Severity {
  return own(config.rules, rule.id) ?? rule.severity
}

/** Puts a finding on its file as a message, with the severity that the configuration gives the rule. */
export function reportFinding(file: VFile, rule: RuleInfo, finding: Finding, config: Config): void {
  const severity = severityOf(rule, config)
  if (severity !== 'off') report(file, rule, finding, severity === 'error')
}

/** Puts a finding on its file as an error, whatever the configuration says: publishing would do harm. */
export function reportError(file: VFile, rule: RuleInfo, finding: Finding): void {
  report(file, rule, finding, true)
}

function report(
  file: VFile,
  rule: RuleInfo,
  { reason, place, note, suggestion, fix, about }: Finding,
  fatal: boolean,
): void {
  const message = file.message(reason, { place, ruleId: rule.id, source: 'rensai' })
  message.fatal = fatal
  message.note = note
  message.expected = suggestion === undefined ? [] : [suggestion]
  if (fix !== undefined && changes(fix, file)) message.fix = fix
  if (about !== undefined) message.about = about
}

/** An edit that writes what stands there already would be made again and again. */
function changes({ start, end, text }: Fix, file: VFile): boolean {
  return String(file).slice(start, end) !== text
}
