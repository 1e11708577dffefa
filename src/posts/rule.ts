import type { Point, Position } from 'unist'
import type { Config } from '../types.ts'
import type { Draft } from './draft.ts'
import type { ImageResult } from './images.ts'

export type Severity = 'error' | 'warn'

/** What a rule may look at besides the article itself. */
export interface RuleContext {
  readonly config: Config
  /** Every article of the folder, the judged one included, by slug and by the text of its id. */
  readonly bySlug: ReadonlyMap<string, readonly Draft[]>
  readonly byId: ReadonlyMap<string, readonly Draft[]>
  /** What became of each picture an article names, by article key and address as written. */
  readonly images: ReadonlyMap<string, ReadonlyMap<string, ImageResult>>
}

export interface Finding {
  readonly reason: string
  readonly place: Position | Point | undefined
  /** The remedy, in a sentence. */
  readonly note: string
  /** What probably should stand there instead. */
  readonly suggestion?: string | undefined
}

/** One thing that every article must satisfy. */
export interface Rule {
  readonly id: string
  readonly severity: Severity
  /** What it demands, in a sentence. */
  readonly summary: string
  /** Yields a finding for each violation in `draft`. */
  readonly check: (draft: Draft, context: RuleContext) => Iterable<Finding>
}
