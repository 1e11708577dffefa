import type { Config } from '../config/types.ts'
import type { Finding, RuleInfo } from '../posts/rule.ts'
import type { LinkGraph } from './graph.ts'

/** A violation in a file of the project that is no article. */
export interface ProjectFinding extends Finding {
  /** Relative to the project, `/`-separated. */
  readonly path: string
  /** What stands in the file; `undefined` for what is no text. */
  readonly text?: string
}

/** One thing that the project must satisfy around its articles. */
export interface ProjectRule extends RuleInfo {
  /** Finds every violation; `graph` holds all articles. */
  readonly findInProject: (graph: LinkGraph, config: Config) => Promise<readonly ProjectFinding[]>
}
