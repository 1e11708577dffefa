import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { say } from '../language/say.ts'
import type { SeriesLinks } from './series-links.ts'

/** How the articles of a series hold together, in numbers. */
export interface Verdict {
  readonly missingArticles: number
  readonly missingLinks: number
  readonly oneWay: number
  readonly isFaulty: boolean
  /** Every article links to every other one. */
  readonly isComplete: boolean
}

/** Counts what the rules found in a series, and links that are not answered. */
export function verdictOf({ rows, members, arcs }: SeriesLinks): Verdict {
  const missingArticles = rows.slice(0, members).filter(({ kind }) => kind === 'missing').length
  const amountOf = (kind: SeriesLinks['arcs'][number]['kind']): number =>
    arcs.filter((arc) => arc.kind === kind).length
  const missingLinks = amountOf('missing')
  return {
    missingArticles,
    missingLinks,
    oneWay: amountOf('one-way'),
    isFaulty: missingArticles + missingLinks > 0,
    isComplete: amountOf('mutual') === members * (members - 1),
  }
}

/** What is missing, in a few words; nothing where nothing is. */
export function faultsInWords({ missingArticles, missingLinks }: Verdict): string[] {
  return [
    ...(missingArticles > 0 ? [say`Missing articles: ${missingArticles}`] : []),
    ...(missingLinks > 0 ? [say`Missing links: ${missingLinks}`] : []),
  ]
}

/** The verdict for the line of a series. */
export function verdictInWords(verdict: Verdict): ElementContent[] {
  const faults = faultsInWords(verdict).map((words) => note(words, 'pv-error'))
  const all = [
    ...faults,
    ...(verdict.oneWay > 0 ? [note(say`One-way links: ${verdict.oneWay}`, 'pv-unanswered')] : []),
  ]
  if (all.length > 0) return all
  return [
    note(verdict.isComplete ? say`Every article links to every other.` : say`Nothing is missing.`, 'pv-soft'),
  ]
}

function note(words: string, className: string): Element {
  return h('span', { className }, words)
}
