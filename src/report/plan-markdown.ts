import { fieldLabel } from '../fields/label.ts'
import type { FieldName } from '../fields/registry.ts'
import { commandLine } from '../installation.ts'
import { toDateText } from '../language/dates.ts'
import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import { joinSentences } from '../language/sentences.ts'
import { type Change, kindOf } from '../sync/changes/registry.ts'
import type { FieldChange, PlanDetails, PostDetails } from '../sync/details.ts'
import type { Plan } from '../sync/plan-types.ts'
import { diffContents } from './diff.ts'
import { address, escapeMarkdown as cell, codeSpan as code } from './markdown.ts'
import { keptPictureToText, unreadToText, WHAT } from './plan.ts'
import { planSummary } from './plan-summary.ts'
import { harmless } from './printable.ts'
import { publishersAdvice, userOf } from './publishers.ts'
import { redirectLines } from './redirects.ts'
import { withoutLogCommands } from './stream.ts'

/** A comment on GitHub holds 65,536 characters; what is left out is said at the end. */
const MOST = 60_000

/** The summary of a job holds 1 MiB, and a character takes up to three bytes of it. */
export const MOST_OF_SUMMARY = 300_000

/**
 * The plan as GitHub Flavored Markdown: a table of the changes, what needs a decision, and the diffs.
 *
 * @param most its length, in UTF-16 units
 */
export function planToMarkdown(from: Plan, with_: PlanDetails, most = MOST): string {
  const [plan, details] = [harmless(from), harmless(with_)]
  const head = [`### ${say`Plan for ${address(plan.site)}`}`, say`${planSummary(plan)}.`]
  const rows = plan.changes.map(changeToRow)
  const table =
    rows.length === 0
      ? []
      : [[`| | ${say`what`} | ${say`change`} |`, '| --- | --- | --- |', ...rows].join('\n')]
  const decisions = decisionsToMarkdown(plan, details)
  return withoutLogCommands(cutAt([...head, ...table, ...decisions, ...diffsToMarkdown(plan, details)], most))
}

function changeToRow(change: Change): string {
  const { sign, what, name, nameIs, detail, inTable = detail } = kindOf(change).describe(change)
  const shown = nameIs === 'text' ? cell(name) : code(name)
  // A slug tells by itself that it is one of a post.
  const columns =
    nameIs === 'slug' ? [shown, inTable] : [WHAT[what], inTable === '' ? shown : `${shown}, ${inTable}`]
  return `| ${[sign, ...columns].join(' | ')} |`
}

function decisionsToMarkdown(plan: Plan, { written, left, users }: PlanDetails): string[] {
  const changed = plan.changes.flatMap((change) => ('after' in change ? [change.after] : []))
  const items = [
    ...changed.flatMap(({ key, slug }) => warnings(slug, written.get(key))),
    ...plan.refused.map(({ error }) =>
      joinSentences(say`- **Refused:** ${cell(error.message)}`, cell(error.advice)),
    ),
    ...plan.held.map(
      ({ slug, reason }) => say`- **Waiting:** ${code(slug)} is not made public: ${cell(reason)}.`,
    ),
    ...plan.drift.map(
      ({ key, slug, fields }) =>
        say`- **Drift:** ${code(slug)}: ${names(fields)} edited in wp-admin${editOf(left.get(key))}, left alone. To bring it here: ${code(commandLine('pull', slug))}; to write over it: ${code(commandLine('publish --overwrite --only', slug))}`,
    ),
    ...plan.conflicts.map((conflict) => {
      const { key, slug, link, reason, fields } = conflict
      if (reason === 'slug-taken')
        return say`- **Conflict:** the slug ${code(slug)} belongs to ${address((conflict.holder ?? conflict).link)}.`
      if (reason === 'foreign') {
        return joinSentences(
          say`- **Conflict:** ${address(link)} is of the user "${cell(userOf(conflict.before, users))}".`,
          cell(publishersAdvice(conflict.before, users)),
        )
      }
      if (reason === 'picture-unread')
        return say`- **Conflict:** ${code(slug)} is left alone: ${cell(unreadToText(conflict))}.`
      if (reason === 'unmanaged') {
        return say`- **Conflict:** ${address(link)} was not published from here. To take it over: ${code(commandLine('publish --adopt --only', slug))}`
      }
      return say`- **Conflict:** ${code(slug)}: ${names(fields)} edited here and in wp-admin${editOf(left.get(key))}. To merge both: ${code(commandLine('pull', slug))}; to keep the file: ${code(commandLine('publish --overwrite --only', slug))}`
    }),
    ...plan.strangers.map(
      ({ remote, marker }) =>
        say`- **Stranger:** ${address(remote.link)} of the user "${cell(userOf(remote, users))}" says that it is ${code(marker.key)}; left alone.`,
    ),
    ...plan.keptPictures.map((picture) => {
      const text = say`- **Picture:** ${code(picture.path)}: ${keptPictureToText(picture)}.`
      if (picture.reason === 'foreign') return text
      const line = code(commandLine('publish --overwrite --only', picture.slug))
      return joinSentences(text, say`To write over it: ${line}`)
    }),
    ...plan.orphans.map(
      ({ slug, link }) => say`- **Orphan:** the file of ${code(slug)} (${address(link)}) is gone.`,
    ),
  ]
  return items.length === 0 ? [] : [items.join('\n')]
}

function warnings(slug: string, details: PostDetails | undefined): string[] {
  const { unpublishes, moved, settings } = details ?? {}
  return [
    ...(settings?.there ?? []).map(
      (text) => say`- **Lost:** ${code(slug)} on the site has ${code(text)}, which goes.`,
    ),
    ...(unpublishes === undefined
      ? []
      : [say`- **Unpublishes:** ${code(slug)} is public now, and will be ${unpublishes}.`]),
    ...(moved === undefined
      ? []
      : [
          say`- **Address:** ${address(moved.from)} goes away. To forward it: ${listItems(
            redirectLines(moved).map(({ where, line }) => `${where} ${code(line)}`),
          )}`,
        ]),
  ]
}

function diffsToMarkdown(plan: Plan, { written, left }: PlanDetails): string[] {
  // What is new has nothing to differ from.
  const changed = plan.changes.flatMap((change) =>
    'after' in change && 'before' in change ? [change.after] : [],
  )
  const edited = [...plan.drift, ...plan.conflicts]
  const toBeWritten = (name: string): string => say`${cell(name)}, to be written`
  return [
    ...plan.changes.flatMap((change) =>
      diffOf(toBeWritten(kindOf(change).describe(change).name), kindOf(change).texts(change)),
    ),
    ...changed.flatMap(({ key, slug }) =>
      diffOf(toBeWritten(slug), written.get(key)?.fields, written.get(key)),
    ),
    ...edited.flatMap(({ key, slug }) =>
      diffOf(say`${cell(slug)}, left alone`, left.get(key)?.fields, left.get(key)),
    ),
  ]
}

function diffOf(title: string, fields: readonly FieldChange[] = [], details?: PostDetails): string[] {
  if (fields.length === 0) return []
  const lines = fields.flatMap((field) => fieldToLines(field, details)).join('\n')
  // A fence longer than any inside, by CommonMark's rule for fenced code.
  const fence = '`'.repeat(Math.max(3, ...[...lines.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)))
  return [`<details><summary>${title}</summary>\n\n${fence}diff\n${lines}\n${fence}\n\n</details>`]
}

function fieldToLines({ name, before, after }: FieldChange, details: PostDetails | undefined): string[] {
  if (name !== 'content') {
    return [`  ${fieldLabel(name)}`, ...lined('- ', before), ...lined('+ ', after)]
  }
  const { there = [], here = [] } = details?.settings ?? {}
  const isMarkupTold = there.length + here.length > 0
  const diff = diffContents(before, after, { html: false, isMarkupTold, mark: (text) => text })
  return [
    '  content',
    ...diff.map(({ sign, text }) => (sign === '@' ? '  ...' : `${sign} ${text}`)),
    ...there.flatMap((text) => lined('- ', text)),
    ...here.flatMap((text) => lined('+ ', text)),
  ]
}

/** Every line of a text begins with a sign, so that none can end the fence. */
function lined(sign: string, text: string): string[] {
  return text.split('\n').map((line) => sign + line)
}

function cutAt(parts: readonly string[], most: number): string {
  const kept: string[] = []
  let length = 0
  for (const part of parts) {
    length += part.length + 2
    if (length > most) break
    kept.push(part)
  }
  const left = parts.length - kept.length
  return [
    ...kept,
    ...(left === 0 ? [] : [say`${left} more parts did not fit; see the log of ${commandLine('plan')}.`]),
  ].join('\n\n')
}

function editOf(details: PostDetails | undefined): string {
  if (details?.edit === undefined) return ''
  const { by, at } = details.edit
  const date = cell(toDateText(at))
  return ` (${by === undefined ? date : listItems([cell(by), date])})`
}

function names(fields: readonly FieldName[]): string {
  return listItems(fields.map(fieldLabel))
}
