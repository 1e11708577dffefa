import { say } from '../../language/say.ts'
import { literalMatches } from '../literal-text.ts'
import type { ContentRule } from '../rule.ts'

/**
 * What programs fill in that are not WordPress; groups: a shortcode of Hugo, a tag of Liquid or Nunjucks (Jekyll, Hexo),
 * a value of a template, Zenn's kind of a card, kramdown's attributes. A part of it may have been read as HTML or code,
 * which the replacement character stands for.
 */
const TAG =
  /\{\{(?<shortcode>[<%\uFFFC][^{}]*?)\}\}|\{%-?\s*(?<tag>[a-z]\w*)[^{}]*?%\}|\{\{-?\s*(?<value>(?:site|page|layout|post|content|config|relref|ref)\b[^{}]*?)\}\}|@[[\uFFFC](?<card>[a-z]+)(?:\](?=\()|\uFFFC+)|\{:(?<attributes>[ \t]*[.#][\w-][^{}\n]*)\}/g

/** What Zenn shows by `@[card](…)` and its like. */
const CARDS: readonly string[] = [
  ...['card', 'youtube', 'tweet', 'gist', 'codepen', 'codesandbox', 'stackblitz', 'jsfiddle', 'figma'],
  ...['slideshare', 'speakerdeck', 'docswell', 'blueprintue'],
]

const PICTURES = /^(?:asset_img|img|figure|image)$/
const CODE = /^(?:highlight|endhighlight|codeblock|endcodeblock|code|raw|endraw|include_code)$/
const LINKS = /^(?:post_url|link|asset_link|post_link|relref|ref)$/

export const templateTag: ContentRule = {
  id: 'template-tag',
  severity: 'warn',
  summary: say`No tag of another program's templates is left in the text, where readers would see it.`,
  begin({ source }, _, report) {
    const text = String(source.file)
    if (!/\{[{%:]|@\[/.test(text)) return {}
    return literalMatches(text, TAG, ({ match, start, place }) => {
      const { shortcode, tag, value, card, attributes } = match.groups ?? {}
      if (card !== undefined && !CARDS.includes(card)) return
      const name = tag ?? /[a-z][\w-]*/i.exec(text.slice(start, start + match[0].length))?.[0] ?? ''
      const [written = ''] = (
        card === undefined
          ? text.slice(start, start + match[0].length)
          : (/^@\[[a-z]+\]\([^)\n]*\)/.exec(text.slice(start))?.[0] ?? '')
      ).split('\n', 1)
      // Brackets without an address are words in brackets.
      if (written === '') return
      report({
        reason: say`"${written}" means nothing to WordPress: readers would see it as it stands.`,
        place,
        note:
          card !== undefined
            ? say`Write the address alone in its paragraph.`
            : attributes !== undefined
              ? say`Remove it; a box is ":::note", and an id of a heading {#id}.`
              : remedy(name, shortcode ?? value),
      })
    })
  },
}

function remedy(name: string, inner: string | undefined): string {
  if (PICTURES.test(name)) return say`Write ![what it shows](the path of the picture).`
  if (CODE.test(name)) return say`Write the code between lines of \`\`\`.`
  if (LINKS.test(name)) return say`Write [words](the article's file).`
  const escaped = inner === undefined ? '\\{%' : '\\{{'
  return say`Say it in Markdown or remove it; where the tag itself is meant, write it as code, or "${escaped}".`
}
