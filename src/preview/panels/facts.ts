import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Config } from '../../config/types.ts'
import type { RenderedPost } from '../../render/types.ts'
import { breakable, chip } from '../elements.ts'
import { futurePermalink } from '../future-permalink.ts'
import { measureText } from '../measure.ts'
import { languageName } from '../names.ts'
import { siteTime, siteZone } from '../schedule.ts'

/** Languages written without blanks between words, whose texts are measured in characters. */
const UNSPACED = /^(ja|zh|yue|th)\b/i

/** What WordPress will know about an article besides its text. */
export function factsPanel({ post, outline }: RenderedPost, config: Config): Element {
  const rows: [string, ElementContent | string | undefined][] = [
    ['Status', chip(post.status, post.status)],
    ['Date', post.date === undefined ? undefined : schedule(post.date, config)],
    ['Permalink', breakable(futurePermalink(post, config))],
    ['Slug', h('code', post.slug)],
    ['File', h('code', post.file.path)],
    ['Language', post.language === undefined ? undefined : languageName(post.language)],
    ['Categories', post.categories.map(({ name }) => name).join(', ')],
    ['Tags', post.tags.length === 0 ? undefined : tags(post.tags.map(({ name }) => name))],
    ['Author', post.author],
    ['Length', length(outline.text, post.language ?? config.site.language)],
  ]
  const filled = rows.filter(([, value]) => value !== undefined && value !== '')
  return h('section', [
    h('h2', 'Article'),
    h(
      'dl',
      filled.map(([name, value]) => h('div', [h('dt', name), h('dd', [value ?? ''])])),
    ),
  ])
}

function schedule(date: string, config: Config): Element {
  const zone = h('span', { className: 'pv-soft' }, siteZone(date, config))
  return h('span', [siteTime(date, config), ' ', zone])
}

function tags(names: readonly string[]): Element {
  return h(
    'ul',
    { className: 'pv-tags' },
    names.map((name) => h('li', name)),
  )
}

function length(text: string, language: string): string {
  const { characters, words, minutes } = measureText(text)
  const number = new Intl.NumberFormat('en')
  const amount = UNSPACED.test(language)
    ? `${number.format(characters)} characters`
    : `${number.format(words)} words, ${number.format(characters)} characters`
  return `${amount}, ${minutes} min to read`
}
