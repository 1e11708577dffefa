import type { Nodes } from 'mdast'
import type { Point, Position } from 'unist'
import type { Config } from '../config/types.ts'
import type { Draft } from './draft.ts'
import type { ImageResult } from './images.ts'
import type { TagSpelling } from './tag-spellings.ts'

export type Severity = 'error' | 'warn' | 'off'

/** What there is to know of a rule without running it. */
export interface RuleInfo {
  /** Stable: wp.config.json and docs/rules.md name the rule by it. */
  readonly id: string
  /** Where the configuration says nothing else. */
  readonly severity: Severity
  /** What it demands, in a sentence. */
  readonly summary: string
}

/**
 * What a rule about an article on its own may look at besides it. That it is nothing else is what allows to keep what
 * such rules find by the article's text; whatever looks at more is asked anew each time.
 */
export interface RuleContext {
  readonly config: Config
}

/** What a rule about an article among the others and the files of its pictures may look at. */
export interface FolderContext extends RuleContext {
  /** Every article of the folder, the judged one included, by slug and by the text of its id. */
  readonly bySlug: ReadonlyMap<string, readonly Draft[]>
  readonly byId: ReadonlyMap<string, readonly Draft[]>
  /** How the articles spell each tag, by loose key, the most usual spelling first. */
  readonly tagSpellings: ReadonlyMap<string, readonly TagSpelling[]>
  /** What became of each picture an article names, by article key and address as written. */
  readonly images: ReadonlyMap<string, ReadonlyMap<string, ImageResult>>
}

/** One replacement in the file's text; offsets are UTF-16 units of the vfile's value. */
export interface Fix {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Finding {
  readonly reason: string
  readonly place: Position | Point | undefined
  /** The remedy, in a sentence. */
  readonly note: string
  /** What probably should stand there instead. */
  readonly suggestion?: string | undefined
  /** The remedy as an edit, only where nothing else can be meant; `check --fix` makes it. */
  readonly fix?: Fix | undefined
  /** What is missed, where that is something else than the place tells: key of an article, name, path or address. */
  readonly about?: string | undefined
}

/** One thing that every article's front matter must satisfy. */
export interface Rule<Context extends RuleContext = RuleContext> extends RuleInfo {
  /** Yields a finding for each violation in `draft`. */
  readonly check: (draft: Draft, context: Context) => Iterable<Finding>
}

/** What a content rule does at each node of a type, parents before their children. */
export type NodeVisitors = {
  readonly [Type in Nodes['type']]?: (node: Extract<Nodes, { type: Type }>) => void
}

/** One thing that every article's body must satisfy. All content rules share one walk over the tree. */
export interface ContentRule<Context extends RuleContext = RuleContext> extends RuleInfo {
  /** Begins with an article; what it returns is called during the walk, and calls `report`. */
  readonly begin: (draft: Draft, context: Context, report: (finding: Finding) => void) => NodeVisitors
}

declare module 'vfile-message' {
  interface VFileMessage {
    /** The edit that mends it, where there is exactly one right answer. */
    fix?: Fix
    /** What is missed: key of an article, name of a series' member, path or address of a link. */
    about?: string
  }
}
