import type { VFile } from 'vfile'
import { say } from '../language/say.ts'
import { escapeMarkdown } from './markdown.ts'
import { countMessages, type MessageJson, messagesToJson } from './messages.ts'

/** A job summary holds at most 1 MiB; no one reads more rows than this anyway. */
const MOST_ROWS = 200

const SEVERITIES = { error: say`error`, warn: say`warn` } as const

/**
 * Messages as workflow commands, which GitHub shows beside the changed lines.
 *
 * @param files files with messages
 * @param prefix path of the project in the repository, `/`-separated; empty where it is the repository itself
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function messagesToGithub(files: readonly VFile[], prefix: string): string {
  return messagesToJson(files)
    .map((message) => toCommand(message, prefix))
    .join('\n')
}

function toCommand({ message, note, ...at }: MessageJson, prefix: string): string {
  const command = at.severity === 'error' ? 'error' : 'warning'
  // Columns may only be given where both lie on one line.
  const columns =
    at.line === at.endLine ? [`col=${at.column}`, `endColumn=${Math.max(at.column, at.endColumn)}`] : []
  const properties = [
    `file=${escapeProperty(prefix === '' ? at.file : `${prefix}/${at.file}`)}`,
    `line=${at.line}`,
    `endLine=${at.endLine}`,
    ...columns,
    `title=${escapeProperty(at.ruleId)}`,
  ]
  return `::${command} ${properties.join(',')}::${escapeData(note === '' ? message : `${message}\n${note}`)}`
}

/**
 * The Markdown of a job summary: a sentence, and a table of what was found.
 *
 * @param files files with messages
 * @param summary the sentence, without full stop
 */
export function messagesToJobSummary(files: readonly VFile[], summary: string): string {
  const messages = messagesToJson(files)
  const { errors } = countMessages(files)
  const sign = errors > 0 ? '❌' : messages.length > 0 ? '⚠️' : '✅'
  const head = `## ${sign} ${say`Articles`}\n\n${say`${summary}.`}`
  if (messages.length === 0) return head
  const rows = messages
    .slice(0, MOST_ROWS)
    .map(({ file, line, column, severity, message, note, ruleId }) =>
      [
        code(`${file}:${line}:${column}`),
        SEVERITIES[severity],
        `${escapeMarkdown(message)}${note === '' ? '' : `<br>${escapeMarkdown(note)}`}`,
        code(ruleId),
      ].join(' | '),
    )
    .map((cells) => `| ${cells} |`)
  const more = messages.length - rows.length
  return [
    head,
    '',
    `| ${[say`place`, say`severity`, say`problem and remedy`, say`rule`].join(' | ')} |`,
    '| --- | --- | --- | --- |',
    ...rows,
    ...(more > 0 ? ['', more === 1 ? say`And 1 message more.` : say`And ${more} messages more.`] : []),
  ].join('\n')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`
}
