import { say } from '../language/say.ts'
import { escapeMarkdown } from '../report/markdown.ts'
import type { MessageJson } from '../report/messages.ts'
import { listAllOf, type Repository, send } from './api.ts'
import { isOurs, toBody } from './marked.ts'

const PURPOSE = 'external-links'

/** So many rows of any length are shorter than an issue may be; what does not fit is said. */
const MOST_ROWS = 100

/** What is told of a message. */
export type ToldMessage = Pick<MessageJson, 'file' | 'line' | 'message' | 'note'> & {
  readonly severity: string
}

/** What became of the issue; `none`: nothing was wrong, and no issue was open. */
export interface IssueOutcome {
  readonly kind: 'opened' | 'updated' | 'closed' | 'none'
  readonly url?: string
}

/**
 * Keeps one open issue about links to other sites: opens it, writes it anew, or closes it where nothing is left.
 *
 * @param messages what `check --external --rules 'external-*' --format json` said
 * @param run address of the run of the workflow
 */
export async function keepIssue(
  repository: Repository,
  messages: readonly ToldMessage[],
  run: string,
): Promise<IssueOutcome> {
  const open = await findOpen(repository)
  const last = say`The run: ${run}`
  if (messages.length === 0) {
    if (open === undefined) return { kind: 'none' }
    const body = toBody(PURPOSE, say`Every link answers again.`, last, '')
    const closed = await send(repository, 'PATCH', `/issues/${open}`, { body, state: 'closed' })
    return { kind: 'closed', url: String(closed.html_url) }
  }
  const title = say`Links to other sites that need a look`
  const body = toBody(
    PURPOSE,
    tableOf(messages),
    last,
    say`The list is too long for an issue; the log of the run has it.`,
  )
  if (open === undefined) {
    const made = await send(repository, 'POST', '/issues', { title, body })
    return { kind: 'opened', url: String(made.html_url) }
  }
  const changed = await send(repository, 'PATCH', `/issues/${open}`, { title, body })
  return { kind: 'updated', url: String(changed.html_url) }
}

async function findOpen(repository: Repository): Promise<number | undefined> {
  for await (const issue of listAllOf(repository, '/issues?state=open')) {
    // Pull requests are issues to GitHub, too.
    if (isOurs(issue, PURPOSE) && issue.pull_request === undefined) return Number(issue.number)
  }
  return undefined
}

function tableOf(messages: readonly ToldMessage[]): string {
  const rows = messages
    .slice(0, MOST_ROWS)
    .map(
      ({ file, line, severity, message, note }) =>
        `| <code>${escapeMarkdown(`${file}:${line}`)}</code> | ${severity} | ${escapeMarkdown(message)}${note === '' ? '' : `<br>${escapeMarkdown(note)}`} |`,
    )
  const more = messages.length - rows.length
  return [
    `| ${say`place`} | ${say`severity`} | ${say`problem and remedy`} |`,
    '| --- | --- | --- |',
    ...rows,
    ...(more > 0 ? ['', say`And ${more} more; the log of the run has them.`] : []),
  ].join('\n')
}
