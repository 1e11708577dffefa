import pc from 'picocolors'
import { fieldLabel } from '../fields/label.ts'
import { commandLine } from '../installation.ts'
import { toDateText } from '../language/dates.ts'
import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import type { PlanDetails, PostDetails } from '../sync/details.ts'
import type { Stranger } from '../sync/ownership.ts'
import type { Plan } from '../sync/plan-types.ts'
import type { Conflict, Drift, Held, KeptPicture, Orphan, Refused } from '../sync/types.ts'
import { padColumns, widest } from './columns.ts'
import { crowd, FEW } from './crowd.ts'
import { keptPictureToText, leftOrphans, unreadToText } from './plan.ts'
import { INDENT, LEFT, type PlanTextOptions, postToLines } from './post-text.ts'
import { oneLine } from './printable.ts'
import { publishersAdvice, userOf } from './publishers.ts'
import { wrap } from './wrap.ts'

/** What a plan leaves alone, why, and what settles it. */
export function leftAloneToLines(plan: Plan, details: PlanDetails, options: PlanTextOptions): string[] {
  const { all = false } = options
  const few = <T>(
    items: readonly T[],
    toLines: (item: T) => readonly string[],
    rest: (amount: number) => string,
  ): string[] => crowd(items, toLines, { most: FEW, rest, all })
  return [
    ...few(plan.refused, refusedToLines, (amount) => say`${amount} more refused`),
    ...few(plan.held, heldToLines, (amount) => say`${amount} more waiting`),
    ...few(
      plan.drift,
      (drift) => driftToLines(drift, details.left.get(drift.key), options),
      (amount) => say`${amount} more drifted`,
    ),
    ...few(
      plan.conflicts,
      (conflict) => conflictToLines(conflict, details, options),
      (amount) => say`${amount} more in conflict`,
    ),
    ...few(
      plan.strangers,
      (stranger) => strangerToLines(stranger, details),
      (amount) => say`${amount} more strangers`,
    ),
    ...few(plan.keptPictures, keptPictureToLines, (amount) => say`${amount} more pictures left alone`),
    ...orphansToLines(plan, all),
  ]
}

/** What a line is about. */
const WORDS = {
  drift: say`drift`,
  conflict: say`conflict`,
  refused: say`refused`,
  stranger: say`stranger`,
  waiting: say`waiting`,
  picture: say`picture`,
  orphan: say`orphan`,
} as const

const WIDTH = widest(Object.values(WORDS))

/** Under the text of a line that begins with a sign and a word. */
const HEAD = ' '.repeat(4 + WIDTH + 1)

/** A line that begins with a sign and a word. */
function withHead(colour: (text: string) => string, word: keyof typeof WORDS, text: string): string[] {
  return wrap(text, `  ${colour('!')} ${padColumns(WORDS[word], WIDTH)} `, HEAD)
}

function driftToLines(
  { slug, fields }: Drift,
  details: PostDetails | undefined,
  options: PlanTextOptions,
): string[] {
  const names = listItems(fields.map(fieldLabel))
  return [
    ...withHead(pc.magenta, 'drift', say`${slug}: ${names} edited in wp-admin, left alone`),
    ...editToLines(details),
    ...postToLines(details, LEFT, options),
    command(say`to bring it here: ${pc.bold(commandLine('pull', slug))}`),
    command(say`to write over it: ${pc.bold(commandLine('publish --overwrite --only', slug))}`),
  ]
}

function conflictToLines(
  conflict: Conflict,
  { left, users }: PlanDetails,
  options: PlanTextOptions,
): string[] {
  const { key, slug, id, reason, fields, link, before } = conflict
  const details = left.get(key)
  const head = (text: string): string[] => withHead(pc.red, 'conflict', `${slug}: ${text}`)
  switch (reason) {
    case 'both-edited':
      return [
        ...head(say`${listItems(fields.map(fieldLabel))} edited here and in wp-admin; nothing is written`),
        ...editToLines(details),
        ...postToLines(details, LEFT, options),
        command(say`to merge both: ${pc.bold(commandLine('pull', slug))}`),
        command(say`to keep the file: ${pc.bold(commandLine('publish --overwrite --only', slug))}`),
      ]
    case 'unmanaged':
      return [
        ...head(say`post ${id} (${link}) was not published from here`),
        ...editToLines(details),
        ...postToLines(details, LEFT, options),
        command(say`to take it over: ${pc.bold(commandLine('publish --adopt --only', slug))}`),
      ]
    case 'slug-taken': {
      const { holder = { id, link } } = conflict
      return [
        ...head(say`the slug belongs to post ${holder.id} (${holder.link})`),
        ...wrap(say`Choose another slug, or give that post another one first.`, INDENT, INDENT),
      ]
    }
    case 'foreign':
      return [
        ...head(
          say`post ${id} (${link}) is of the user "${userOf(before, users)}", who is not known to publish this folder`,
        ),
        ...wrap(publishersAdvice(before, users), INDENT, INDENT),
      ]
    case 'picture-unread':
      return [
        ...head(say`${unreadToText(conflict)}; nothing is written`),
        ...wrap(
          say`Run the command again, or open that address in a browser: the picture has to be public.`,
          INDENT,
          INDENT,
        ),
        command(say`to upload it anyway: ${pc.bold(commandLine(`publish --overwrite --only ${slug}`))}`),
      ]
  }
}

function editToLines(details: PostDetails | undefined): string[] {
  if (details?.edit === undefined) return []
  const { by, at } = details.edit
  const date = toDateText(at)
  const text = by === undefined ? say`last edited ${date}` : say`last edited by ${by}, ${date}`
  return wrap(pc.dim(text), INDENT, INDENT)
}

/** A command to copy, never broken. */
function command(text: string): string {
  return INDENT + text
}

function refusedToLines({ slug, error }: Refused): string[] {
  return [
    ...withHead(pc.red, 'refused', `${slug}: ${oneLine(error.message)}`),
    ...wrap(oneLine(error.advice), INDENT, INDENT),
  ]
}

function strangerToLines({ remote, marker, reason }: Stranger, { users }: PlanDetails): string[] {
  const { slug, id, link } = remote
  const head = (text: string): string[] => withHead(pc.magenta, 'stranger', `${slug}: ${text}`)
  if (reason === 'copy')
    return head(say`post ${id} (${link}) is a copy of what "${marker.key}" was published as; left alone`)
  return head(
    say`post ${id} (${link}) of the user "${userOf(remote, users)}" says that it is "${marker.key}"; left alone`,
  )
}

function heldToLines({ slug, pair, reason }: Held): string[] {
  return withHead(pc.yellow, 'waiting', say`${slug}: not made public, since of the pair "${pair}" ${reason}`)
}

function keptPictureToLines(picture: KeptPicture): string[] {
  const { path, slug, reason } = picture
  return [
    ...withHead(pc.magenta, 'picture', `${path}: ${keptPictureToText(picture)}`),
    ...(reason === 'edited'
      ? [command(say`to write over it: ${pc.bold(commandLine('publish --overwrite --only', slug))}`)]
      : []),
  ]
}

function orphansToLines(plan: Plan, all: boolean): string[] {
  const orphans = leftOrphans(plan)
  if (orphans.length === 0) return []
  return [
    ...crowd(
      orphans,
      ({ slug, key, id, link }: Orphan) =>
        withHead(
          pc.magenta,
          'orphan',
          say`${slug}: the file of "${key}" is gone; post ${id} (${link}) is left alone`,
        ),
      { most: FEW, rest: (amount) => say`${amount} more without a file`, all },
    ),
    command(say`to move orphans to the trash: ${pc.bold(commandLine('publish --prune'))}`),
  ]
}
