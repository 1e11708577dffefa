import type { AttachmentText, RemotePost } from '../../site/types.ts'
import type { Lane } from '../lanes.ts'
import type { Result } from '../types.ts'
import type { Capability } from './capabilities.ts'
import type { Run } from './run.ts'
import type { Thing } from './things.ts'

/** Everything that there is to know of one kind of change; each is in a file of its own, listed in registry.ts. */
export interface ChangeKind<C extends { readonly kind: string }> {
  readonly kind: C['kind']
  /** Where it is carried out, beside others. */
  readonly lane: Lane
  /** What it is for people; reports print it, each in its own way. */
  readonly describe: (change: C) => Description
  /** What it is for programs, beside its kind. */
  readonly toJson: (change: C) => Readonly<Record<string, unknown>>
  readonly count: Count
  /** What the user must be allowed to do. */
  readonly rights: (change: C) => readonly Capability[]
  /** What is on the site once it is made, for others to refer to. */
  readonly provides: (change: C) => readonly Thing[]
  /** Texts of a picture that it writes, old and new; fields of posts are told by details.ts. */
  readonly texts: (change: C) => readonly TextChange[]
  /** The post that it takes off the site; asked about before it is done. */
  readonly removes: (change: C) => RemotePost | undefined
  /** Brings what others refer to onto the site, before any post is written. */
  readonly make: Make<C> | undefined
  /** Does what remains once all is made. At least one of `make` and `finish` is there. */
  readonly finish: Finish<C> | undefined
  /** Mends what other changes have made wrong, once all of them are done. */
  readonly mend: Act<C> | undefined
  /** How it is carried out where posts go public together or not at all. */
  readonly together: Together<C> | undefined
}

/**
 * What a change is, in words that hold no colour and no markup. `detail` and `inTable` are words of this program
 * and names of fields, `name` may come from anywhere.
 */
export interface Description {
  /** Something comes, changes or goes. */
  readonly sign: '+' | '~' | '-'
  readonly what: 'category' | 'tag' | 'picture' | 'post'
  readonly name: string
  /** Slugs and paths are code, as in a command; anything else is text. */
  readonly nameIs: 'slug' | 'path' | 'text'
  /** Of something new what it is like, otherwise what becomes of it; the empty string where there is nothing to say. */
  readonly detail: string
  /** The same for a table, where that has room for something else. */
  readonly inTable?: string
}

/** How a summary counts changes of a kind. */
export interface Count {
  /** `posts` and `added` are always told, `others` only where there are any. */
  readonly among: 'posts' | 'added' | 'others'
  /** What stands behind the number 1, and behind every other one. */
  readonly one: string
  readonly many: string
}

/** The old and the new one. */
export interface TextChange {
  readonly name: AttachmentText
  readonly before: string
  readonly after: string
}

export type Act<C> = (change: C, run: Run) => Promise<Result>

interface Step<C> {
  /** What has to be there first; without it the change is skipped. */
  readonly needs: (change: C) => readonly Thing[]
  readonly run: Act<C>
}

export interface Finish<C> extends Step<C> {
  /**
   * `in-turn` gives up a slug or takes one, so it keeps to the order of the plan; `last` waits for all that is neither.
   */
  readonly turn: (change: C) => 'any' | 'in-turn' | 'last'
}

export interface Make<C> extends Step<C> {
  /**
   * Looks for what another run made at the same moment, after changes of this kind were made.
   *
   * @returns new results of those that gave way to another, or of which that could not be found out
   */
  readonly lookAgain: ((changes: readonly C[], run: Run) => Promise<ReadonlyMap<C, Result>>) | undefined
}

export interface Together<C> {
  /** Writes everything but leaves the post as hidden as it was. */
  readonly prepare: Act<C>
  readonly goPublic: Act<C>
  /** Takes `goPublic` back. */
  readonly hide: Act<C>
}
