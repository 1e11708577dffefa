import type { FieldName } from '../fields/registry.ts'
import type { Project } from '../files/folders.ts'
import { writeProjectFile } from '../files/write.ts'
import { WriteError } from '../files/write-error.ts'
import { say } from '../language/say.ts'
import type { PulledFile } from '../report/pull.ts'
import type { RemotePost } from '../site/types.ts'
import { countNoncharacters, findNoncharacter } from '../standards/noncharacters.ts'

/** What is to be written of one post; nothing is before all of them have been judged. */
export interface Proposal {
  readonly remote: RemotePost
  /** What is said of it, once it has been written. */
  readonly result: PulledFile
  /** The key of the article. */
  readonly key: string
  /** The whole file; `undefined` where none is written. */
  readonly text: string | undefined
  /** The file as it is; `undefined` for a new one. */
  readonly before: string | undefined
  /** The fields that are taken from the site. */
  readonly brought: readonly FieldName[]
}

/** Why fields of a post are not taken from the site. */
export type Withheld = ReadonlyMap<FieldName, string>

/** A proposal by which no file is written, and what is said of it. */
export function withoutFile(
  proposal: Pick<Proposal, 'remote' | 'key' | 'result'>,
  said: Pick<PulledFile, 'action'> & Partial<Pick<PulledFile, 'reason' | 'withheld'>>,
): Proposal {
  const { remote, key, result } = proposal
  return {
    remote,
    key,
    result: { ...result, ...said, conflicts: 0 },
    text: undefined,
    before: undefined,
    brought: [],
  }
}

/**
 * Writes the file of a proposal, where there is one to write.
 *
 * @returns what became of it; a file that cannot be written is left as it is, and the reason said
 */
export function writeProposal(project: Project, proposal: Proposal): PulledFile {
  const { text, before, result } = proposal
  if (text === undefined) return result
  const action = before === undefined ? 'missed' : 'left'
  // One may be a mark of the renderer's own; what stands in the file already is its author's.
  if (countNoncharacters(text) > countNoncharacters(before ?? '')) {
    const reason = say`${result.path} would hold ${findNoncharacter(text) ?? ''}, which is no character`
    return withoutFile(proposal, { action, reason }).result
  }
  try {
    writeProjectFile(project, result.path, text)
    return result
  } catch (error) {
    if (!(error instanceof WriteError)) throw error
    return withoutFile(proposal, { action, reason: error.message }).result
  }
}
