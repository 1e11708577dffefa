import pc from 'picocolors'
import type { Pair, Pairing } from '../adopt/pair-posts.ts'
import { fieldLabel } from '../fields/label.ts'
import type { FieldName } from '../fields/registry.ts'
import { commandLine } from '../installation.ts'
import { count } from '../language/count.ts'
import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import type { PlanDetails } from '../sync/details.ts'
import type { Plan } from '../sync/plan-types.ts'
import { crowd, FEW } from './crowd.ts'
import { leftAloneToLines } from './left-alone-text.ts'
import type { PlanTextOptions } from './post-text.ts'
import { harmless } from './printable.ts'
import { wrap } from './wrap.ts'

const NEXT = '    '

/**
 * Which post each article is, and in what both differ, a line each.
 *
 * @param differing the fields that differ, by the article's key
 */
export function pairsToText(
  { own, found }: Pairing,
  differing: ReadonlyMap<string, readonly FieldName[]>,
): string {
  const lines = harmless(found).flatMap((pair) => pairToLines(pair, differing.get(pair.key) ?? []))
  return [
    found.length === 1
      ? say`${count(1, 'article')} is a post that was not published from here:`
      : say`${count(found.length, 'article')} are posts that were not published from here:`,
    ...lines,
    ...(own.length === 0 ? [] : [say`${count(own.length, 'article')} published from here before.`]),
  ].join('\n')
}

function pairToLines({ path, remote, hasId }: Pair, fields: readonly FieldName[]): string[] {
  const post = hasId ? say`post ${remote.id} (by its id)` : say`post ${remote.id} (by its slug)`
  const text =
    fields.length === 0
      ? say`${path}: ${post} says the same`
      : say`${path}: ${post} differs in ${listItems(fields.map(fieldLabel))}`
  const sign = fields.length === 0 ? pc.dim('=') : pc.yellow('~')
  return wrap(text, `  ${sign} `, NEXT)
}

/** How articles and posts differ, field by field: a plan of which everything else was left out. */
export function differencesToText(plan: Plan, details: PlanDetails, options: PlanTextOptions): string {
  if (plan.conflicts.length === 0) return ''
  const lines = leftAloneToLines(harmless(plan), harmless(details), options)
  return [say`How they differ: - is the site, + the file.`, ...lines].join('\n')
}

/** What titles alone say. */
export function guessesToText({ guesses }: Pairing, all: boolean): string {
  if (guesses.length === 0) return ''
  const lines = crowd(
    harmless(guesses),
    ({ path, remote }) =>
      wrap(say`${path}: post ${remote.id} (${remote.link}) has its title`, `  ${pc.magenta('?')} `, NEXT),
    { most: FEW, rest: (amount) => say`${amount} more guesses`, all },
  )
  return [
    ...wrap(
      say`${count(guesses.length, 'article')} may be a post of another slug. Where that is so, write its number as "id" into the front matter:`,
      '',
      '',
    ),
    ...lines,
  ].join('\n')
}

/** More slugs than these are no line to copy. */
const MOST_SLUGS = 5

/** The posts that have no article, and how they come here. */
export function withoutToText({ without, guesses }: Pairing, all: boolean): string {
  const guessed = new Set(guesses.map(({ remote }) => remote.id))
  const posts = harmless(without.filter(({ id }) => !guessed.has(id)))
  if (posts.length === 0) return ''
  const lines = crowd(
    posts,
    ({ id, slug, status }) => wrap(say`post ${id}, ${slug === '' ? status : slug}`, '  ', NEXT),
    { most: FEW, rest: (amount) => say`${amount} more posts`, all },
  )
  const isFew = posts.length <= MOST_SLUGS && posts.every(({ slug }) => slug !== '')
  const line = isFew ? commandLine('pull', ...posts.map(({ slug }) => slug)) : commandLine('pull --all')
  return [
    posts.length === 1
      ? say`${count(1, 'post')} of the site has no article here:`
      : say`${count(posts.length, 'post')} of the site have no article here:`,
    ...lines,
    posts.length === 1 ? say`To bring it here: ${pc.bold(line)}` : say`To bring them here: ${pc.bold(line)}`,
  ].join('\n')
}

/** What is about to be written. */
export function idsToText(
  ids: readonly { readonly path: string; readonly id: number }[],
  all: boolean,
): string {
  return [
    say`The ids that would be written into ${count(ids.length, 'file')}:`,
    ...crowd(harmless(ids), ({ path, id }) => wrap(`${path}: id: ${id}`, `  ${pc.green('+')} `, NEXT), {
      most: FEW,
      rest: (amount) => say`${amount} more files`,
      all,
    }),
  ].join('\n')
}
