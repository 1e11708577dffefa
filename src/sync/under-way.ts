import type { Change } from './changes/registry.ts'
import type { Run } from './changes/run.ts'
import type { Dependencies } from './dependencies.ts'
import type { Lanes } from './lanes.ts'
import type { Result } from './types.ts'
import type { UntilEnded } from './until-ended.ts'

/** A plan that is being carried out. */
export interface UnderWay {
  readonly dependencies: Dependencies
  readonly run: Run
  readonly steps: UntilEnded
  readonly lanes: Lanes
  /** What became of each change so far. */
  readonly results: Map<Change, Result>
  /** Notes what became of a change, and tells it. */
  readonly settle: (change: Change, result: Result) => void
}
