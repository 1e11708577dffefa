import Table from 'cli-table3'
import pc from 'picocolors'
import { BUG_ADVICE, isBug, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { editAddress } from '../site/edit-address.ts'
import { type Change, kindOf } from '../sync/changes/registry.ts'
import type { Outcome, Plan } from '../sync/plan-types.ts'
import { isPublicStatus } from '../sync/public-status.ts'
import type { FoundPost } from '../sync/types.ts'
import { alteredToText, listAlterations } from './altered.ts'
import { changeToJson, changeToText } from './plan.ts'
import { harmless, oneLine } from './printable.ts'

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
      ...(error === undefined ? {} : { error: reasonOf(error) }),
    }
  })
}

/**
 * One outcome in a line, as it happens.
 *
 * @param debug show where in the program a bug came from
 */
export function outcomeToText({ change, status, altered, error }: Outcome, debug = false): string {
  const text = changeToText(harmless(change))
  if (status === 'applied') return altered === undefined ? text : `${text}\n${alteredToText(altered)}`
  const label = status === 'failed' ? pc.red(say`failed`) : pc.yellow(say`skipped`)
  if (error === undefined) return `${text} ${label}`
  return `${text} ${label}: ${oneLine(reasonOf(error))}\n    ${adviceOf(error, debug)}`
}

function reasonOf(error: Error): string {
  return isBug(error) ? say`a bug in Rensai: ${error.message}` : error.message
}

function adviceOf(error: Error, debug: boolean): string {
  if (error instanceof UserError) return oneLine(error.advice)
  return debug ? String(error.stack) : BUG_ADVICE
}

/** A rule under the head is enough; one between any two rows doubles the table's length. */
const NO_RULES = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' }

/** Of what was not applied. */
const STATUSES = { failed: say`failed`, skipped: say`skipped`, applied: undefined } as const

/** Of more than these, what was done would not be seen among them. */
const FEW_UNCHANGED = 20

/** The closing table: post, action, and where to see it: the permalink, or for what readers cannot open its editor. */
export function outcomesToTable(from: Plan, made: readonly Outcome[], all = false): string {
  const [plan, outcomes] = [harmless(from), harmless(made)]
  const table = new Table({
    head: [say`post`, say`action`, say`address`],
    style: { head: [], border: [] },
    chars: NO_RULES,
  })
  const where = (status: FoundPost['status'], id: number | undefined, link = ''): string =>
    isPublicStatus(status) || id === undefined ? link : editAddress(plan.site, id)
  const add = ({ slug, status, id, link }: FoundPost, what: string): void => {
    table.push([slug, what, where(status, id, link)])
  }
  for (const { change, status, id, link } of outcomes) {
    if (!('after' in change)) continue
    const { slug, status: wanted } = change.after
    table.push([slug, STATUSES[status] ?? action(change), where(wanted, id, link)])
  }
  const isFew = all || plan.unchanged.length <= FEW_UNCHANGED
  for (const post of isFew ? plan.unchanged : []) add(post, say`unchanged`)
  for (const post of plan.drift) {
    if (!outcomes.some(({ change }) => 'after' in change && change.after.slug === post.slug))
      add(post, say`drift`)
  }
  for (const post of plan.conflicts) add(post, say`conflict`)
  for (const { slug } of plan.refused) table.push([slug, say`held back`, ''])
  const rest = isFew ? [] : [say`${plan.unchanged.length} more unchanged; --all lists them`]
  return [table.toString(), ...rest].join('\n')
}

function action(change: Change): string {
  return kindOf(change).describe(change).sign === '+' ? say`created` : say`updated`
}
