import pc from 'picocolors'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { codeFrame } from './code-frame.ts'
import { sortMessages, toJson } from './messages.ts'
import { placeOf } from './place.ts'
import { printable } from './printable.ts'

/** Messages for people, grouped by file, each with its place, its reason, its source and the remedy. */
export function messagesToText(files: readonly VFile[]): string {
  return files
    .filter(({ messages }) => messages.length > 0)
    .map((file) =>
      sortMessages(file)
        .map((message) => messageToText(file, message))
        .join('\n'),
    )
    .join('\n\n')
}

function messageToText(file: VFile, message: VFileMessage): string {
  const { line, column, ruleId, severity, note, fixable } = toJson(file, message)
  const label = severity === 'error' ? pc.red('error') : pc.yellow('warning')
  const place = placeOf(message)
  // What is missing, or about the article as a whole, stands at the beginning; its first line shows nothing.
  const isWhole = place.endLine === 1 && place.endColumn === 1
  return [
    `${pc.bold(`${printable(file.path)}:${line}:${column}`)} ${label} ${printable(message.reason)} ${pc.dim(printable(ruleId))}`,
    ...(isWhole ? [] : [indent(codeFrame(String(file), place))]),
    ...(note === '' ? [] : [`  ${printable(note)}${fixable ? pc.dim(' (--fix does it)') : ''}`]),
  ].join('\n')
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ')
}
