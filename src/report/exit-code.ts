import type { VFile } from 'vfile'
import { ExitCode, isBug, isStopped, UserError } from '../errors.ts'
import type { FaultyArticle } from '../sync/folder.ts'
import type { Outcome, Plan } from '../sync/plan-types.ts'
import type { Verification } from '../verify/verify.ts'
import { countMessages } from './messages.ts'

/** 1 where an article has an error, or all of them more warnings than allowed; otherwise 0. */
export function exitCodeOfMessages(
  files: readonly VFile[],
  maxWarnings = Number.POSITIVE_INFINITY,
): ExitCode {
  const { errors, warnings } = countMessages(files)
  return errors > 0 || warnings > maxWarnings ? ExitCode.content : ExitCode.ok
}

/** 1 where an article with an error is more than a draft that is not finished, otherwise 0. */
export function exitCodeOfFaulty(faulty: readonly Pick<FaultyArticle, 'isDraft'>[]): ExitCode {
  return faulty.some(({ isDraft }) => !isDraft) ? ExitCode.content : ExitCode.ok
}

/** 1 where an article is refused, 4 where drift or a conflict left something undone, otherwise 0. */
export function exitCodeOfPlan(plan: Plan): ExitCode {
  const [refused] = plan.refused
    .filter(({ isExpected }) => isExpected !== true)
    .map(({ error }) => error.exitCode)
    .toSorted()
  if (refused !== undefined) return refused
  return plan.drift.length + plan.conflicts.length > 0 ? ExitCode.stopped : ExitCode.ok
}

/**
 * 5 where some of the plan failed, or a picture or this program is to blame; 3 where the site refused all of it; 4
 * where others were at it at the same moment and nothing else went wrong; otherwise what the plan says.
 */
export function exitCodeOfOutcomes(plan: Plan, outcomes: readonly Outcome[]): ExitCode {
  const failed = outcomes.filter(({ status }) => status !== 'applied')
  if (failed.length === 0) return exitCodeOfPlan(plan)
  // What is skipped was kept back by another one.
  const causes = failed.filter(({ status }) => status === 'failed')
  if (causes.length > 0 && causes.every(({ error }) => isStopped(error))) return ExitCode.stopped
  const isOurs = failed.some(({ error }) => error !== undefined && (isBug(error) || isOfContent(error)))
  return failed.length === outcomes.length && !isOurs ? ExitCode.site : ExitCode.partial
}

function isOfContent(error: Error): boolean {
  return error instanceof UserError && error.exitCode === ExitCode.content
}

/** 5 where visitors do not get what was published, otherwise `code`. */
export function exitCodeOfVerifications(verifications: readonly Verification[], code: ExitCode): ExitCode {
  return verifications.some(({ status }) => status === 'failed') ? ExitCode.partial : code
}
