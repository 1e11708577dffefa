import type { Site } from '../../site/site.ts'
import type { RunState } from '../run-state.ts'

/** What changes are carried out with. */
export interface Run {
  readonly site: Site
  /** What is known of the site, each change included that was made so far. */
  readonly state: RunState
}
