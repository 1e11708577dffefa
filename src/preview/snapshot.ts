import type { Judgement } from '../judge/types.ts'

/** The whole folder at one moment: what every page of the preview is made from. */
export interface Snapshot extends Judgement {
  /** What publishing would do with each article, in a few words, by key; `undefined` where nobody asked. */
  readonly planned?: ReadonlyMap<string, string> | undefined
}
