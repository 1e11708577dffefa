import { ExitCode, UserError } from '../errors.ts'
import { count } from '../language/count.ts'
import { say } from '../language/say.ts'
import { kindOf } from '../sync/changes/registry.ts'
import type { Plan } from '../sync/plan-types.ts'
import type { Output } from './output.ts'

/**
 * Asks before posts go to the trash.
 *
 * @param yes answered on the command line
 * @returns the plan, without those posts where the answer is no
 * @throws UserError (usage) where nobody can be asked
 */
export async function confirmPrune(plan: Plan, yes: boolean, output: Output): Promise<Plan> {
  const kept = plan.changes.filter((change) => kindOf(change).removes(change) === undefined)
  const amount = plan.changes.length - kept.length
  if (amount === 0 || yes) return plan
  if (!process.stdin.isTTY) {
    throw new UserError(say`--prune would move ${count(amount, 'post')} to the trash; nothing was sent.`, {
      advice: say`Where nobody can be asked, say so beforehand: add --yes.`,
      exitCode: ExitCode.usage,
    })
  }
  const isAgreed = await output.confirm(say`Move ${count(amount, 'post')} to the trash?`)
  return isAgreed ? plan : { ...plan, changes: kept }
}
