import Table from 'cli-table3'
import pc from 'picocolors'
import type { Change, Outcome, Plan } from '../sync/types.ts'
import { alteredToText, listAlterations } from './altered.ts'
import { changeToJson, changeToText } from './plan.ts'

/** Outcomes for machines: the change, its status, and the id and address that the site gave. */
export function outcomesToJson(outcomes: readonly Outcome[]): Record<string, unknown>[] {
  return outcomes.map(({ change, status, id, link, altered, error }) => {
    const { kind, slug, name, path } = changeToJson(change)
    const subject = { slug, name, path: slug === undefined ? path : undefined }
    const changed = altered?.map((field) => ({ field: field.name, places: listAlterations(field) }))
    return {
      kind,
      ...subject,
      id,
      link,
      status,
      altered: changed,
      ...(error === undefined ? {} : { error: error.message }),
    }
  })
}

/** One outcome in a line, as it happens. */
export function outcomeToText({ change, status, altered, error }: Outcome): string {
  const text = changeToText(change)
  if (status === 'applied') return altered === undefined ? text : `${text}\n${alteredToText(altered)}`
  const label = status === 'failed' ? pc.red('failed') : pc.yellow('skipped')
  const reason = error === undefined ? '' : `: ${error.message}`
  const advice = error !== undefined && 'advice' in error ? `\n    ${String(error.advice)}` : ''
  return `${text} ${label}${reason}${advice}`
}

/** A rule under the head is enough; one between any two rows doubles the table's length. */
const NO_RULES = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' }

/** The closing table: post, action, permalink. */
export function outcomesToTable(plan: Plan, outcomes: readonly Outcome[]): string {
  const table = new Table({
    head: ['post', 'action', 'permalink'],
    style: { head: [], border: [] },
    chars: NO_RULES,
  })
  for (const { change, status, link } of outcomes) {
    if (change.kind !== 'create-post' && change.kind !== 'update-post') continue
    table.push([change.after.slug, status === 'applied' ? action(change) : status, link ?? ''])
  }
  for (const { slug, link } of plan.unchanged) table.push([slug, 'unchanged', link])
  for (const { slug, link } of plan.drift) {
    if (!outcomes.some(({ change }) => 'after' in change && change.after.slug === slug))
      table.push([slug, 'drift', link])
  }
  for (const { slug, link } of plan.conflicts) table.push([slug, 'conflict', link])
  return table.toString()
}

function action(change: Change): string {
  return change.kind === 'create-post' ? 'created' : 'updated'
}
