import pc from 'picocolors'
import { fieldLabel } from '../fields/label.ts'
import { commandLine } from '../installation.ts'
import type { PlanDetails, PostDetails } from '../sync/details.ts'
import type { Stranger } from '../sync/ownership.ts'
import type { Plan } from '../sync/plan-types.ts'
import type { Conflict, Drift, Held, KeptPicture, Orphan, Refused } from '../sync/types.ts'
import { crowd, FEW } from './crowd.ts'
import { keptPictureToText, leftOrphans, unreadToText } from './plan.ts'
import { INDENT, LEFT, type PlanTextOptions, postToLines } from './post-text.ts'
import { oneLine } from './printable.ts'
import { publishersAdvice, userOf } from './publishers.ts'
import { wrap } from './wrap.ts'

/** What a plan leaves alone, why, and what settles it. */
export function leftAloneToLines(plan: Plan, details: PlanDetails, options: PlanTextOptions): string[] {
  const { all = false } = options
  const few = <T>(items: readonly T[], what: string, toLines: (item: T) => readonly string[]): string[] =>
    crowd(items, toLines, { most: FEW, what, all })
  return [
    ...few(plan.refused, 'refused', refusedToLines),
    ...few(plan.held, 'waiting', heldToLines),
    ...few(plan.drift, 'drifted', (drift) => driftToLines(drift, details.left.get(drift.key), options)),
    ...few(plan.conflicts, 'in conflict', (conflict) => conflictToLines(conflict, details, options)),
    ...few(plan.strangers, 'strangers', (stranger) => strangerToLines(stranger, details)),
    ...few(plan.keptPictures, 'pictures left alone', keptPictureToLines),
    ...orphansToLines(plan, all),
  ]
}

/** Under the text of a line that begins with a sign and a word. */
const HEAD = ' '.repeat(13)

function driftToLines(
  { slug, fields }: Drift,
  details: PostDetails | undefined,
  options: PlanTextOptions,
): string[] {
  const names = fields.map(fieldLabel).join(', ')
  return [
    ...wrap(`${slug}: ${names} edited in wp-admin, left alone`, `  ${pc.magenta('!')} drift    `, HEAD),
    ...editToLines(details),
    ...postToLines(details, LEFT, options),
    ...command('bring it here', commandLine('pull', slug)),
    ...command('write over it', commandLine('publish --overwrite --only', slug)),
  ]
}

function conflictToLines(
  conflict: Conflict,
  { left, users }: PlanDetails,
  options: PlanTextOptions,
): string[] {
  const { key, slug, id, reason, fields, link, before } = conflict
  const details = left.get(key)
  const head = (text: string): string[] => wrap(`${slug}: ${text}`, `  ${pc.red('!')} conflict `, HEAD)
  switch (reason) {
    case 'both-edited':
      return [
        ...head(`${fields.map(fieldLabel).join(', ')} edited here and in wp-admin; nothing is written`),
        ...editToLines(details),
        ...postToLines(details, LEFT, options),
        ...command('merge both', commandLine('pull', slug)),
        ...command('keep the file', commandLine('publish --overwrite --only', slug)),
      ]
    case 'unmanaged':
      return [
        ...head(`post ${id} (${link}) was not published from here`),
        ...editToLines(details),
        ...postToLines(details, LEFT, options),
        ...command('take it over', commandLine('publish --adopt --only', slug)),
      ]
    case 'slug-taken': {
      const { holder = { id, link } } = conflict
      return [
        ...head(`the slug belongs to post ${holder.id} (${holder.link})`),
        ...wrap('Choose another slug, or give that post another one first.', INDENT, INDENT),
      ]
    }
    case 'foreign':
      return [
        ...head(
          `post ${id} (${link}) is of the user ${userOf(before, users)}, who is not known to publish this folder`,
        ),
        ...wrap(publishersAdvice(before, users), INDENT, INDENT),
      ]
    case 'picture-unread':
      return [
        ...head(`${unreadToText(conflict)}; nothing is written`),
        ...wrap(
          'Run the command again, or open that address in a browser: the picture has to be public.',
          INDENT,
          INDENT,
        ),
        ...command('upload it anyway', commandLine(`publish --overwrite --only ${slug}`)),
      ]
  }
}

function editToLines(details: PostDetails | undefined): string[] {
  if (details?.edit === undefined) return []
  const { by, at } = details.edit
  const who = by === undefined ? 'last edited' : `last edited by ${by},`
  return wrap(pc.dim(`${who} ${at.replace('T', ' ')}`), INDENT, INDENT)
}

/** A command to copy, never broken. */
function command(purpose: string, line: string): string[] {
  return [`${INDENT}to ${purpose}: ${pc.bold(line)}`]
}

function refusedToLines({ slug, error }: Refused): string[] {
  return [
    ...wrap(`${slug}: ${oneLine(error.message)}`, `  ${pc.red('!')} refused  `, HEAD),
    ...wrap(oneLine(error.advice), INDENT, INDENT),
  ]
}

function strangerToLines({ remote, marker, reason }: Stranger, { users }: PlanDetails): string[] {
  const { slug, id, link } = remote
  const head = (text: string): string[] => wrap(`${slug}: ${text}`, `  ${pc.magenta('!')} stranger `, HEAD)
  if (reason === 'copy')
    return head(`post ${id} (${link}) is a copy of what "${marker.key}" was published as; left alone`)
  return head(
    `post ${id} (${link}) of the user ${userOf(remote, users)} says that it is "${marker.key}"; left alone`,
  )
}

function heldToLines({ slug, pair, reason }: Held): string[] {
  return wrap(
    `${slug}: not made public, since of the pair "${pair}" ${reason}`,
    `  ${pc.yellow('!')} waiting  `,
    HEAD,
  )
}

function keptPictureToLines(picture: KeptPicture): string[] {
  const { path, slug, reason } = picture
  return [
    ...wrap(`${path}: ${keptPictureToText(picture)}`, `  ${pc.magenta('!')} picture  `, HEAD),
    ...(reason === 'edited' ? command('write over it', commandLine('publish --overwrite --only', slug)) : []),
  ]
}

function orphansToLines(plan: Plan, all: boolean): string[] {
  const orphans = leftOrphans(plan)
  if (orphans.length === 0) return []
  return [
    ...crowd(
      orphans,
      ({ slug, key, id, link }: Orphan) =>
        wrap(
          `${slug}: the file of "${key}" is gone; post ${id} (${link}) is left alone`,
          `  ${pc.magenta('!')} orphan   `,
          HEAD,
        ),
      { most: FEW, what: 'without a file', all },
    ),
    ...command('move orphans to the trash', commandLine('publish --prune')),
  ]
}
