import { blockMarkup } from './block-markup.ts'
import { boxes } from './boxes/index.ts'
import { code } from './code/index.ts'
import type { Construct } from './construct.ts'
import { contents } from './contents.ts'
import { definitionList } from './definition-list.ts'
import { details } from './details.ts'
import { directives } from './directives.ts'
import { embeds } from './embeds/index.ts'
import { footnotes } from './footnotes/index.ts'
import { headings } from './headings/index.ts'
import { mark } from './mark.ts'
import { math } from './math/index.ts'
import { pageBreaks } from './page-breaks.ts'
import { pictures } from './pictures/index.ts'
import { strikethrough } from './strikethrough.ts'
import { tables } from './tables/index.ts'
import { taskList } from './task-list.ts'
import { wideAutolinks } from './wide-autolinks.ts'

/**
 * Everything that Markdown has here beyond CommonMark and GFM. Parser, renderer, writers and pull take their parts
 * from this list, in its order, each step going through the whole of it:
 *
 * - definition lists and directives both begin with a colon, and the later one is tried first;
 * - directives that mean nothing become text before anything looks into text;
 * - a width is taken off a picture, and an address ends where it should, before text is marked;
 * - details are directives, too, and are gone when boxes are made of what is left;
 * - formulas are code until they are written, so they go before code.
 */
export const constructs: readonly Construct[] = [
  definitionList,
  directives,
  blockMarkup,
  pageBreaks,
  pictures,
  wideAutolinks,
  taskList,
  contents,
  details,
  boxes,
  strikethrough,
  mark,
  headings,
  tables,
  math,
  code,
  footnotes,
  embeds,
]

/** Blocks of WordPress that constructs write and that are nothing but their markup, with the attributes it repeats. */
export const blocksOfConstructs: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  constructs.flatMap(({ compared }) => Object.entries(compared?.blocks ?? {})),
)
