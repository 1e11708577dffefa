import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { count } from '../language/count.ts'
import { say } from '../language/say.ts'
import { type Place, placeOf } from './place.ts'

/** One problem as `check --format json` prints it. */
export interface MessageJson extends Place {
  readonly file: string
  readonly ruleId: string
  readonly severity: 'error' | 'warn'
  readonly message: string
  /** The remedy, in a sentence; the empty string where there is none. */
  readonly note: string
  readonly suggestion?: string
  /** True where `check --fix` mends it. */
  readonly fixable: boolean
}

export interface MessageCounts {
  readonly errors: number
  readonly warnings: number
  /** How many of both `check --fix` mends. */
  readonly fixable: number
}

/** Counts what has been reported on the files. */
export function countMessages(files: readonly VFile[]): MessageCounts {
  const messages = files.flatMap((file) => file.messages)
  const errors = messages.filter(({ fatal }) => fatal === true).length
  const fixable = messages.filter(({ fix }) => fix !== undefined).length
  return { errors, warnings: messages.length - errors, fixable }
}

/** Every message of every file, by file, line, column and rule. */
export function messagesToJson(files: readonly VFile[]): MessageJson[] {
  return files.flatMap((file) => sortMessages(file).map((message) => toJson(file, message)))
}

/** "2 errors, 1 warning in 6 articles"; `amount` is that of the articles, where other files have messages too. */
export function summarizeMessages(files: readonly VFile[], amount = files.length): string {
  const { errors, warnings } = countMessages(files)
  const articles = count(amount, 'article')
  if (errors + warnings === 0) return say`${articles}, nothing to complain of`
  return say`${count(errors, 'error')}, ${count(warnings, 'warning')} in ${articles}`
}

/** One message for machines. */
export function toJson(file: VFile, message: VFileMessage): MessageJson {
  const [suggestion] = message.expected ?? []
  return {
    file: file.path,
    ...placeOf(message),
    // Plugins of the project name themselves as they like.
    ruleId: message.ruleId ?? message.source ?? 'rensai',
    severity: message.fatal === true ? 'error' : 'warn',
    message: message.reason,
    note: message.note ?? '',
    ...(suggestion === undefined ? {} : { suggestion }),
    fixable: message.fix !== undefined,
  }
}

/** The messages of a file in an order that is always the same: by place, rule and text. */
export function sortMessages(file: VFile): VFileMessage[] {
  return file.messages.toSorted(
    (a, b) =>
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.ruleId ?? '', b.ruleId ?? '') ||
      compare(a.reason, b.reason),
  )
}

/** By UTF-16 unit, which no machine's locale changes. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
