import pc from 'picocolors'
import { fieldLabel } from '../fields/label.ts'
import { count } from '../language/count.ts'
import { say } from '../language/say.ts'
import { type FieldChange, hasSettings, type PostDetails } from '../sync/details.ts'
import { padColumns, widest } from './columns.ts'
import { diffContents, diffLines } from './diff.ts'
import { redirectLines } from './redirects.ts'
import { wrap } from './wrap.ts'

export interface PlanTextOptions {
  /** Show the markup of changed contents instead of their text. */
  readonly html: boolean
  /** Tell everything, however much it is. @default false, by which a plan of hundreds of changes fits a screen or two */
  readonly all?: boolean | undefined
}

/** Below the line of a change. */
export const INDENT = '      '

/** What stands before blocks and settings that the site alone has, or the article alone. */
export interface Sides {
  readonly there: string
  readonly here: string
}

/** Of a post that is written. */
export const WRITTEN: Sides = { there: say`will be lost`, here: say`added` }
/** Of one that is left alone. */
export const LEFT: Sides = { there: say`only there`, here: say`only here` }

/**
 * What is different in a post, and what somebody has to know of it.
 *
 * @param withDetails whether there is room for what is different; the rest is told in any case
 */
export function postToLines(
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
      : wrap(
          pc.bold(pc.red(say`UNPUBLISHES: it is public now, and will be ${unpublishes}.`)),
          INDENT,
          INDENT,
        )),
    ...(withDetails
      ? fields.flatMap((field) => [
          ...fieldToLines(field, options, hasSettings(details)),
          ...(field.name === 'content' ? settingsToLines(settings, sides) : []),
        ])
      : settingsToLines({ ...settings, here: [] }, sides)),
    ...(withDetails
      ? known.flatMap(({ path, url }) => wrap(`${path} -> ${url}`, label(say`link`), NEXT))
      : []),
    ...(withDetails && coming > 0
      ? [`${label(say`links`)}${say`${count(coming, 'article')} that this run creates`}`]
      : []),
    ...(moved === undefined
      ? []
      : [
          ...wrap(
            say`The address ${moved.from} goes away. To forward it, one of:`,
            label(say`address`),
            NEXT,
          ),
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
  return `${INDENT}${padColumns(text, LABEL)}`
}

/** One field of a post, or one text of a picture. */
export function fieldToLines(
  { name, before, after }: FieldChange,
  options: PlanTextOptions,
  isMarkupTold = false,
): string[] {
  if (name === 'content') return before === '' ? [] : contentToLines(before, after, options, isMarkupTold)
  const isShort = before.length + after.length < 40 && !/[^ -~]/.test(before + after)
  if (isShort) return wrap(`${pc.red(before)} -> ${pc.green(after)}`, label(fieldLabel(name)), NEXT)
  const lines = diffLines(before, after, pc.inverse)
  // The longest names leave no room for a blank and the sign.
  const named = padColumns(`${fieldLabel(name)} `, LABEL - 2)
  const below = padColumns('', widest([named]))
  return lines.flatMap(({ sign, text }, index) => {
    const start = `${INDENT}${index === 0 ? named : below}`
    const colour = sign === '-' ? pc.red : pc.green
    return wrap(colour(text), `${start}${colour(sign)} `, `${INDENT}${below}  `)
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
      if (sign === '@') return [pc.dim(INDENT.concat('  ...'))]
      const colour = { ' ': pc.dim, '-': pc.red, '+': pc.green }[sign]
      return wrap(colour(text), `${INDENT}${colour(sign)} `, `${INDENT}  `)
    }),
  ]
}
