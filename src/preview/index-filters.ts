import type { Element } from 'hast'
import { h } from 'hastscript'
import { say } from '../language/say.ts'
import { badgesOf } from './badges.ts'
import { languageName, nameOfSeries } from './names.ts'
import { seriesOf } from './series.ts'
import type { Snapshot } from './snapshot.ts'

/** What the table of articles can be narrowed to; the style sheet shows it only where scripts run. */
export function indexFilters(snapshot: Snapshot): Element {
  const { articles, config } = snapshot
  const all = [...articles.values()]
  const states = new Map(all.flatMap((one) => badgesOf(one, snapshot).map(({ id, text }) => [id, text])))
  const languages = new Map(all.map(({ draft: { language = '' } }) => [language, languageName(language)]))
  const inSeries = new Set(all.flatMap((article) => seriesOf(article, config)))
  const series = new Map([...inSeries].map((one) => [one.name, nameOfSeries(one)]))
  return h('form', { className: 'pv-filters', role: 'search' }, [
    h('input', {
      type: 'search',
      name: 'text',
      placeholder: say`Search titles, slugs, tags`,
      ariaLabel: say`Search the articles`,
      autoComplete: 'off',
    }),
    choice('status', say`Status`, states),
    choice('language', say`Language`, languages),
    choice('series', say`Series`, series),
    box('problems', say`with problems`, false),
    ...(series.size === 0 ? [] : [box('grouped', say`by series`, true)]),
    // The headings do this where there is room for them.
    h('label', { className: 'pv-sort' }, [`${say`Sort by`} `, h('select', { name: 'sort' }, orders())]),
    // The script fills the numbers in.
    h('output', { ariaLive: 'polite', dataText: say`${'{1}'} of ${'{2}'}` }, ''),
  ])
}

function box(name: string, label: string, checked: boolean): Element {
  return h('label', [h('input', { type: 'checkbox', name, checked }), ` ${label}`])
}

/** A choice among the values that occur, each with what it is called; none is worth offering where all are the same. */
function choice(name: string, label: string, values: ReadonlyMap<string, string>): Element {
  const options = [...values].filter(([value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1))
  return h('select', { name, ariaLabel: label, hidden: options.length < 2 }, [
    h('option', { value: '' }, say`${label}: all`),
    ...options.map(([value, text]) => h('option', { value }, text)),
  ])
}

/** Each a column of the table and, behind a blank, a direction, as the script takes them. */
function orders(): Element[] {
  const all: [value: string, text: string][] = [
    ['', say`reading order`],
    ['article', say`title, ascending`],
    ['article descending', say`title, descending`],
    ['status', say`status, ascending`],
    ['status descending', say`status, descending`],
    ['date descending', say`newest first`],
    ['date', say`oldest first`],
    ['problems', say`errors first`],
    ['problems descending', say`warnings first`],
  ]
  return all.map(([value, text]) => h('option', { value }, text))
}
