import pc from 'picocolors'
import { fieldLabel } from '../fields/label.ts'
import { commandLine } from '../installation.ts'
import { groupBy } from '../standards/group-by.ts'
import { type Change, kindOf } from '../sync/changes/registry.ts'
import { type FieldChange, hasSettings, type PlanDetails, type PostDetails } from '../sync/details.ts'
import type { Stranger } from '../sync/ownership.ts'
import type { Plan } from '../sync/plan-types.ts'
import type { Conflict, Drift, Held, KeptPicture, Orphan, Refused } from '../sync/types.ts'
import { count } from './count.ts'
import { crowd } from './crowd.ts'
import { diffContents, diffLines } from './diff.ts'
import { changeToText, keptPictureToText, leftOrphans, unreadToText } from './plan.ts'
import { planSummary } from './plan-summary.ts'
import { harmless, oneLine } from './printable.ts'
import { publishersAdvice, userOf } from './publishers.ts'
import { redirectLines } from './redirects.ts'
import { wrap } from './wrap.ts'

export interface PlanTextOptions {
  /** Show the markup of changed contents instead of their text. */
  readonly html: boolean
  /** Tell everything, however much it is. @default false, by which a plan of hundreds of changes fits a screen or two */
  readonly all?: boolean | undefined
}

/** Of terms, pictures and what is left alone so many are told each for itself. */
const FEW = 8

/** Of posts that are written. */
const FEW_POSTS = 30

/** The plan for people: each change with what is different, then what is left alone, why, and what settles it. */
export function planToText(from: Plan, with_: PlanDetails, options: PlanTextOptions): string {
  const [plan, details] = [harmless(from), harmless(with_)]
  const { all = false } = options
  const few = <T>(items: readonly T[], what: string, toLines: (item: T) => readonly string[]): string[] =>
    crowd(items, toLines, { most: FEW, what, all })
  const lines = [
    ...changesToLines(plan.changes, details, options),
    ...few(plan.refused, 'refused', refusedToLines),
    ...few(plan.held, 'waiting', heldToLines),
    ...few(plan.drift, 'drifted', (drift) => driftToLines(drift, details.left.get(drift.key), options)),
    ...few(plan.conflicts, 'in conflict', (conflict) => conflictToLines(conflict, details, options)),
    ...few(plan.strangers, 'strangers', (stranger) => strangerToLines(stranger, details)),
    ...few(plan.keptPictures, 'pictures left alone', keptPictureToLines),
    ...orphansToLines(plan, all),
  ]
  if (lines.length === 0) {
    return `Nothing to do: ${plan.site} has ${count(plan.unchanged.length, 'article')} as here.`
  }
  return [`Plan for ${plan.site}:`, ...lines, ...wrap(planSummary(plan), '', '')].join('\n')
}

/** The changes in their order, which those of one kind share; what is different in each of many posts is left out. */
function changesToLines(changes: Plan['changes'], details: PlanDetails, options: PlanTextOptions): string[] {
  const { all = false } = options
  const posts = changes.filter((change) => 'after' in change).length
  const withDetails = all || posts <= FEW_POSTS
  const kinds = groupBy(changes, (change) => {
    const { sign, what } = kindOf(change).describe(change)
    return `${sign} ${what}`
  })
  return [...kinds.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { sign, what } = kindOf(first).describe(first)
    const toLines = (change: Change): string[] => [
      `  ${changeToText(change)}`,
      ...kindOf(change)
        .texts(change)
        .flatMap((text) => fieldToLines(text, options)),
      ...('after' in change
        ? postToLines(details.written.get(change.after.key), WRITTEN, options, withDetails)
        : []),
    ]
    const words = `${what === 'category' ? 'categories' : `${what}s`} to ${VERBS[sign]}`
    // What goes from the site is told of each, however many there are.
    const loses = (change: Change): boolean =>
      withDetails || !('after' in change)
        ? false
        : (details.written.get(change.after.key)?.settings.there.length ?? 0) > 0
    const others = group.filter((change) => !loses(change))
    return [
      ...crowd(others, toLines, { most: what === 'post' ? FEW_POSTS : FEW, what: words, all }),
      ...group.filter(loses).flatMap(toLines),
    ]
  })
}

const VERBS = { '+': 'add', '~': 'change', '-': 'remove' } as const

const INDENT = '      '

/** What stands before blocks and settings that the site alone has, or the article alone. */
interface Sides {
  readonly there: string
  readonly here: string
}

const WRITTEN: Sides = { there: 'will be lost', here: 'added' }
const LEFT: Sides = { there: 'only there', here: 'only here' }

/** @param withDetails whether there is room for what is different; what somebody has to know is told in any case */
function postToLines(
  details: PostDetails | undefined,
  sides: Sides,
  options: PlanTextOptions,
  withDetails = true,
): string[] {
  if (details === undefined) return []
  const { fields, settings, links, moved, unpublishes } = details
  const known = links.flatMap(({ path, url }) => (url === undefined ? [] : [{ path, url }]))
  const coming = links.length - known.length
  return [
    ...(unpublishes === undefined
      ? []
      : wrap(pc.bold(pc.red(`UNPUBLISHES: it is public now, and will be ${unpublishes}.`)), INDENT, INDENT)),
    ...(withDetails
      ? fields.flatMap((field) => [
          ...fieldToLines(field, options, hasSettings(details)),
          ...(field.name === 'content' ? settingsToLines(settings, sides) : []),
        ])
      : settingsToLines({ ...settings, here: [] }, sides)),
    ...(withDetails ? known.flatMap(({ path, url }) => wrap(`${path} -> ${url}`, label('link'), NEXT)) : []),
    ...(withDetails && coming > 0
      ? [`${label('links')}${count(coming, 'article')} that this run creates`]
      : []),
    ...(moved === undefined
      ? []
      : [
          ...wrap(`The address ${moved.from} goes away. To forward it, one of:`, label('address'), NEXT),
          // Lines to copy are never broken.
          ...redirectLines(moved).map(({ where, line }) => `${INDENT}  ${where.padEnd(12)}${line}`),
        ]),
  ]
}

function settingsToLines({ there, here }: PostDetails['settings'], sides: Sides): string[] {
  return [
    ...there.flatMap((text) => wrap(pc.red(text), label(sides.there), NEXT)),
    ...here.flatMap((text) => wrap(pc.green(text), label(sides.here), NEXT)),
  ]
}

/** Columns of the names of fields; `featured_image` and `comment_status` are the longest. */
const LABEL = 16
const NEXT = ' '.repeat(INDENT.length + LABEL)

function label(text: string): string {
  return `${INDENT}${text.padEnd(LABEL)}`
}

function fieldToLines(
  { name, before, after }: FieldChange,
  options: PlanTextOptions,
  isMarkupTold = false,
): string[] {
  if (name === 'content') return before === '' ? [] : contentToLines(before, after, options, isMarkupTold)
  const isShort = before.length + after.length < 40 && !/[^ -~]/.test(before + after)
  if (isShort) return wrap(`${pc.red(before)} -> ${pc.green(after)}`, label(fieldLabel(name)), NEXT)
  const lines = diffLines(before, after, pc.inverse)
  return lines.flatMap(({ sign, text }, index) => {
    const start = index === 0 ? label(fieldLabel(name)) : NEXT
    const colour = sign === '-' ? pc.red : pc.green
    return wrap(colour(text), `${start.slice(0, -2)}${colour(sign)} `, NEXT)
  })
}

function contentToLines(
  before: string,
  after: string,
  { html }: PlanTextOptions,
  isMarkupTold: boolean,
): string[] {
  const lines = diffContents(before, after, { html, isMarkupTold, mark: pc.inverse })
  return [
    `${INDENT}content`,
    ...lines.flatMap(({ sign, text }) => {
      if (sign === '@') return [pc.dim(`${INDENT}  ...`)]
      const colour = { ' ': pc.dim, '-': pc.red, '+': pc.green }[sign]
      return wrap(colour(text), `${INDENT}${colour(sign)} `, `${INDENT}  `)
    }),
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
