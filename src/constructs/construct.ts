import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Link, RootContent as MdastContent, Nodes, PhrasingContent } from 'mdast'
import type { Handlers } from 'mdast-util-to-hast'
import type { Options, Unsafe } from 'mdast-util-to-markdown'
import type { PluggableList } from 'unified'
import type { Config } from '../config/types.ts'
import type { BlockOpening } from '../content/block-opening.ts'
import type { PullContext } from '../pull/context.ts'
import type { BracketStyle } from '../render/write-html.ts'

/**
 * Something that this project's Markdown has beyond CommonMark and GFM: how it becomes content, and how content
 * becomes it again. Parts that need much code to run are loaded late, since `check` loads every construct to parse.
 */
export type Construct =
  | { readonly name: string; readonly out: WayOut; readonly back?: WayBack; readonly compared?: Comparison }
  | { readonly name: string; readonly out?: WayOut; readonly back: WayBack; readonly compared?: Comparison }

/** From Markdown to stored content, in the order in which it is gone. */
export interface WayOut {
  /** remark plugins that parse it, and that change what was parsed; `check` sees their tree. */
  readonly parse?: (math: Config['math']) => PluggableList
  /** remark plugins for the tree that is rendered. */
  readonly mdast?: (config: Config) => PluggableList
  /** Its nodes that hold a line of text, which an author may have broken. */
  readonly lines?: readonly string[]
  /** How remark-rehype makes elements of its nodes. */
  readonly handlers?: Handlers
  /** rehype plugins. */
  readonly hast?: (config: Config) => PluggableList | Promise<PluggableList>
  /** Runs when the project's own plugins have run, and links and pictures point where they should. */
  readonly finish?: (tree: Root, config: Config) => void
  readonly blocks?: BlockOutput
  readonly html?: HtmlOutput
}

/** How elements are written as block markup. */
export interface BlockOutput {
  /** Changes an element before anything is written. */
  readonly prepare?: (element: Element) => void
  /** The block of an element, by its name; `undefined` leaves the element to others. */
  readonly elements?: Readonly<Record<string, (element: Element, state: BlockState) => string | undefined>>
  /** The block of a piece of raw HTML; `undefined` leaves it to others. */
  readonly raw?: (html: string) => string | undefined
}

/** What a block is made of. */
export interface BlockState {
  /** Serialises what stands inside a block. */
  readonly text: (nodes: readonly (RootContent | ElementContent)[], brackets?: BracketStyle) => string
  /** Writes nodes as blocks; an empty paragraph where there are none. */
  readonly blocks: (nodes: readonly ElementContent[]) => string
  /** An element as a block of raw HTML. */
  readonly html: (element: Element) => string
}

/** How elements are written as plain HTML. */
export interface HtmlOutput {
  /** Changes an element before anything is written. */
  readonly prepare?: (element: Element) => void
  /** The line that stands for an element; `undefined` leaves the element to others. */
  readonly line?: (element: Element) => string | undefined
}

/** From stored content, in its normal form, to Markdown. */
export interface WayBack {
  /** Attributes of block elements that it can say. */
  readonly attributes?: Readonly<Record<string, Sayable>>
  /**
   * Text elements that it has signs for, with the attributes that the signs can say; `undefined` for an element that
   * needs raw HTML.
   */
  readonly signs?: Readonly<Record<string, Sayable>>
  /** Whether Markdown can say an element; `undefined` leaves the answer to others. */
  readonly isExpressible?: (
    element: Element,
    context: PullContext,
    ask: (node: ElementContent) => boolean,
  ) => boolean | undefined
  /** What an element becomes, by its name; `undefined` leaves the element to others. */
  readonly elements?: Readonly<Record<string, ReadElement>>
  /** What a text becomes that may hold some of it. */
  readonly text?: (value: string, context: PullContext) => Nodes[] | undefined
  /** How its nodes are written. */
  readonly toMarkdown?: Options
  /** False for a character that is plain text in our Markdown, wherever the plugins' own writers escape it. */
  readonly isUnsafe?: (pattern: Unsafe) => boolean
}

type Sayable = readonly string[] | ((element: Element, context: PullContext) => readonly string[] | undefined)

/** @returns `undefined` where the construct leaves the element to others */
export type ReadElement = (element: Element, state: PullState) => Nodes | Nodes[] | undefined

/** What Markdown is made of. */
export interface PullState {
  readonly context: PullContext
  /** What stands in an element, as text in a line. */
  readonly line: (element: Element) => PhrasingContent[]
  /** Nodes as blocks; text beside blocks becomes a paragraph. */
  readonly flow: (nodes: readonly ElementContent[]) => MdastContent[]
  readonly one: (node: ElementContent) => Nodes[]
  readonly link: (link: Element) => Link
  /** An element as it is written where no construct claims it. */
  readonly plain: (element: Element) => Nodes[]
}

/** What two contents may differ in and yet show a reader the same (`sameContent`). */
export interface Comparison {
  /**
   * Blocks of WordPress that are nothing but their markup, by name, with the attributes that their comment repeats from
   * it (block.json, `source` or the block's own save).
   */
  readonly blocks?: Readonly<Record<string, readonly string[]>>
  /** How the editor of WordPress 6.5 spells what newer and older ones write otherwise, by the name of the block. */
  readonly spellings?: Readonly<Record<string, (opening: BlockOpening) => BlockOpening>>
  /**
   * An element, or a block whose comment says more than its markup (`OPAQUE`), without what Rensai alone gives it for
   * readers on a site without a style sheet for it; `undefined` where there is none of that.
   */
  readonly undressed?: (element: Element) => Element | undefined
  /** True for an element whose content says nothing of its own: it is made anew of the article. */
  readonly isMadeAnew?: (element: Element) => boolean
  /** Attributes that say nothing. */
  readonly idle?: (element: Element) => readonly string[]
  /** What a figure is that says nothing itself and holds nothing but this element. */
  readonly framed?: (content: Element) => Element | undefined
}
