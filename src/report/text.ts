import pc from 'picocolors'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { count } from '../language/count.ts'
import { say } from '../language/say.ts'
import { joinSentences } from '../language/sentences.ts'
import { frontMatterRules } from '../posts/rules/front-matter.ts'
import { allRules } from '../rules.ts'
import { groupBy } from '../standards/group-by.ts'
import { codeFrame } from './code-frame.ts'
import { sortMessages, toJson } from './messages.ts'
import { placeOf } from './place.ts'
import { printable } from './printable.ts'

/** So many messages fit a screen or two, with the text that they are about. */
const FEW = 30

/** A rule that is broken more often is shown by an example where there are many messages. */
const OFTEN = 5

export interface MessagesTextOptions {
  /** Show each message. @default false, which tells those of one rule together where there are many */
  readonly all?: boolean
}

/**
 * Messages for people, grouped by file, each with its place, its reason, its source and the remedy. Where there are many,
 * what one rule says over and over comes at the end: an example, how often it is, and how to settle it.
 */
export function messagesToText(files: readonly VFile[], { all = false }: MessagesTextOptions = {}): string {
  const said = files.flatMap((file) => sortMessages(file).map((message) => ({ file, message })))
  const byRule = groupBy(said, ({ message }) => ruleOf(message))
  const many = new Set(
    all || said.length <= FEW
      ? []
      : [...byRule].flatMap(([rule, messages]) => (messages.length > OFTEN ? [rule] : [])),
  )
  const single = groupBy(
    said.filter(({ message }) => !many.has(ruleOf(message))),
    ({ file }) => file,
  )
  return [
    ...[...single.values()].map((messages) =>
      messages.map(({ file, message }) => messageToText(file, message)).join('\n'),
    ),
    ...[...many].map((rule) => manyToText(byRule.get(rule) ?? [])),
  ].join('\n\n')
}

interface Said {
  readonly file: VFile
  readonly message: VFileMessage
}

/** Errors and warnings of one rule are told apart: a draft has warnings where another article has errors. */
function ruleOf(message: VFileMessage): string {
  return `${message.fatal === true ? 'error' : 'warning'} ${message.ruleId ?? message.source ?? ''}`
}

function manyToText(said: readonly Said[]): string {
  const [first] = said
  if (first === undefined) return ''
  const { ruleId } = toJson(first.file, first.message)
  const articles = new Set(said.map(({ file }) => file)).size
  const isConfigurable = SETTLED.has(ruleId)
  const more = say`... and ${said.length - 1} more of ${printable(ruleId)}, in ${count(articles, 'file')} altogether.`
  return [
    messageToText(first.file, first.message),
    joinSentences(
      pc.bold(`  ${more}`),
      isConfigurable ? say`To be told no more: "rules": { "${ruleId}": "off" } in wp.config.json.` : '',
      say`--all shows each.`,
    ),
  ].join('\n')
}

/** Without front matter that can be read there is no article, whatever the configuration says. */
const SETTLED: ReadonlySet<string> = new Set(
  allRules.filter((rule) => !frontMatterRules.includes(rule)).map(({ id }) => id),
)

function messageToText(file: VFile, message: VFileMessage): string {
  const { line, column, ruleId, severity, note, fixable } = toJson(file, message)
  const label = severity === 'error' ? pc.red(say`error`) : pc.yellow(say`warning`)
  const place = placeOf(message)
  // What is missing, or about the article as a whole, stands at the beginning; its first line shows nothing.
  const isWhole = place.endLine === 1 && place.endColumn === 1
  return [
    `${pc.bold(`${printable(file.path)}:${line}:${column}`)} ${label} ${printable(message.reason)} ${pc.dim(printable(ruleId))}`,
    ...(isWhole ? [] : [indent(codeFrame(String(file), place))]),
    ...(note === '' ? [] : [`  ${printable(note)}${fixable ? pc.dim(` ${say`(--fix does it)`}`) : ''}`]),
  ].join('\n')
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ')
}
