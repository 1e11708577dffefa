import type { Judgement } from '../judge/types.ts'
import type { PlannedArticle } from '../report/planned.ts'

/** The whole folder at one moment: what every page of the preview is made from. */
export interface Snapshot extends Judgement {
  /** What publishing would do with each article, by key; `undefined` where nobody asked. */
  readonly planned?: ReadonlyMap<string, PlannedArticle> | undefined
}
