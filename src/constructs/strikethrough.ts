import type { Unsafe } from 'mdast-util-to-markdown'
import type { Construct } from './construct.ts'

/**
 * For the plugins that strike text out. A single `~` is a tilde, since Japanese writes spans with it:
 * `10~20分、混むと30~40分`.
 */
export const STRIKETHROUGH = { singleTilde: false }

/** Where no text can be struck out (mdast-util-gfm-strikethrough). */
const PLAIN: Pick<Unsafe, 'inConstruct' | 'notInConstruct'> = {
  inConstruct: 'phrasing',
  notInConstruct: [
    'autolink',
    'destinationLiteral',
    'destinationRaw',
    'reference',
    'titleQuote',
    'titleApostrophe',
  ],
}

/** `~~text~~`; the way out is the plugins' own. */
export const strikethrough: Construct = {
  name: 'strikethrough',
  back: {
    isUnsafe: ({ character, atBreak }) => character !== '~' || atBreak === true,
    toMarkdown: {
      unsafe: [
        { character: '~', before: '~', ...PLAIN },
        { character: '~', after: '~', ...PLAIN },
      ],
    },
  },
}
