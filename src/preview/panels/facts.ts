import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Config } from '../../config/types.ts'
import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import type { RenderedPost } from '../../render/types.ts'
import type { Badge } from '../badges.ts'
import { breakable, chip } from '../elements.ts'
import { futurePermalink } from '../future-permalink.ts'
import { measureText } from '../measure.ts'
import { languageName } from '../names.ts'
import { siteTime, siteZone } from '../schedule.ts'

/** Languages written without blanks between words, whose texts are measured in characters. */
const UNSPACED = /^(ja|zh|yue|th)\b/i

/** Once for all pages, as in `languageName`. */
const NUMBER = new Intl.NumberFormat('en')

/**
 * What WordPress will know about an article besides its text.
 *
 * @param badges its state on the site, where that was asked
 */
export function factsPanel(
  { post, outline }: RenderedPost,
  config: Config,
  badges: readonly Badge[] = [{ id: post.status, text: post.status, kind: post.status }],
): Element {
  const rows: [string, ElementContent | string | undefined][] = [
    [
      say`Status`,
      h(
        'span',
        badges.flatMap(({ text, kind }, index) => [...(index === 0 ? [] : [' ']), chip(text, kind)]),
      ),
    ],
    [say`Date`, post.date === undefined ? undefined : schedule(post.date, config)],
    [say`Permalink`, breakable(futurePermalink(post, config))],
    [say`Slug`, h('code', post.slug)],
    [say`File`, h('code', post.file.path)],
    [say`Language`, post.language === undefined ? undefined : languageName(post.language)],
    [say`Categories`, listItems(post.categories.map(({ name }) => name))],
    [say`Tags`, post.tags.length === 0 ? undefined : tags(post.tags.map(({ name }) => name))],
    [say`Author`, post.author],
    [say`Length`, length(outline.text, post.language ?? config.site.language)],
  ]
  const filled = rows.filter(([, value]) => value !== undefined && value !== '')
  return h('section', [
    h('h2', say`Article`),
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
  const [wordCount, characterCount] = [NUMBER.format(words), NUMBER.format(characters)]
  return UNSPACED.test(language)
    ? say`${characterCount} characters, ${minutes} min to read`
    : say`${wordCount} words, ${characterCount} characters, ${minutes} min to read`
}
