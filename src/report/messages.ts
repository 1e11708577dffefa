import pc from 'picocolors'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { count } from './count.ts'

/** One problem as `check --format json` prints it. */
export interface MessageJson {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly ruleId: string
  readonly severity: 'error' | 'warn'
  readonly message: string
  readonly suggestion?: string
}

export interface MessageCounts {
  readonly errors: number
  readonly warnings: number
}

/** Counts what has been reported on the files. */
export function countMessages(files: readonly VFile[]): MessageCounts {
  const messages = files.flatMap((file) => file.messages)
  const errors = messages.filter(({ fatal }) => fatal === true).length
  return { errors, warnings: messages.length - errors }
}

/** Every message of every file, by file, line, column and rule. */
export function messagesToJson(files: readonly VFile[]): MessageJson[] {
  return files.flatMap((file) => sortMessages(file).map((message) => toJson(file, message)))
}

/** Messages for people, grouped by file, each with its place, its reason and the remedy. */
export function messagesToText(files: readonly VFile[]): string {
  const groups = files
    .filter(({ messages }) => messages.length > 0)
    .map((file) =>
      sortMessages(file)
        .map((message) => messageToText(file, message))
        .join('\n'),
    )
  return groups.join('\n\n')
}

/** "2 errors, 1 warning in 6 articles" */
export function summarizeMessages(files: readonly VFile[]): string {
  const { errors, warnings } = countMessages(files)
  const articles = count(files.length, 'article')
  if (errors + warnings === 0) return `${articles}, nothing to complain of`
  return `${count(errors, 'error')}, ${count(warnings, 'warning')} in ${articles}`
}

function messageToText(file: VFile, message: VFileMessage): string {
  const { line, column, ruleId, severity } = toJson(file, message)
  const label = severity === 'error' ? pc.red('error') : pc.yellow('warning')
  const head = `${pc.bold(`${file.path}:${line}:${column}`)} ${label} ${message.reason} ${pc.dim(ruleId)}`
  return message.note ? `${head}\n  ${message.note}` : head
}

function toJson(file: VFile, message: VFileMessage): MessageJson {
  const [suggestion] = message.expected ?? []
  return {
    file: file.path,
    line: message.line ?? 1,
    column: message.column ?? 1,
    ruleId: message.ruleId ?? 'rensai',
    severity: message.fatal === true ? 'error' : 'warn',
    message: message.reason,
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}

function sortMessages(file: VFile): VFileMessage[] {
  return file.messages.toSorted(
    (a, b) =>
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      (a.ruleId ?? '').localeCompare(b.ruleId ?? '', 'en'),
  )
}
