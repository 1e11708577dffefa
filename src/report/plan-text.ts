import { count } from '../language/count.ts'
import { say } from '../language/say.ts'
import { groupBy } from '../standards/group-by.ts'
import { type Change, kindOf } from '../sync/changes/registry.ts'
import type { PlanDetails, PostDetails } from '../sync/details.ts'
import type { Plan } from '../sync/plan-types.ts'
import { crowd, FEW } from './crowd.ts'
import { leftAloneToLines } from './left-alone-text.ts'
import { changeToText } from './plan.ts'
import { planSummary } from './plan-summary.ts'
import { fieldToLines, type PlanTextOptions, postToLines, WRITTEN } from './post-text.ts'
import { harmless } from './printable.ts'
import { wrap } from './wrap.ts'

/** Of posts that are written. */
const FEW_POSTS = 30

/** The plan for people: each change with what is different, then what is left alone, why, and what settles it. */
export function planToText(from: Plan, with_: PlanDetails, options: PlanTextOptions): string {
  const [plan, details] = [harmless(from), harmless(with_)]
  const lines = [
    ...changesToLines(plan.changes, details, options),
    ...leftAloneToLines(plan, details, options),
  ]
  if (lines.length === 0) {
    return say`Nothing to do: ${plan.site} has ${count(plan.unchanged.length, 'article')} as here.`
  }
  return [say`Plan for ${plan.site}:`, ...lines, ...wrap(planSummary(plan), '', '')].join('\n')
}

/** The changes in their order, which those of one kind share; what is different in each of many posts is left out. */
function changesToLines(changes: Plan['changes'], details: PlanDetails, options: PlanTextOptions): string[] {
  const { all = false } = options
  const posts = changes.filter((change) => 'after' in change).length
  const withDetails = all || posts <= FEW_POSTS
  const kinds = groupBy(changes, (change) => {
    const { sign, what } = kindOf(change).describe(change)
    return `${sign} ${what}`
  })
  return [...kinds.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { sign, what } = kindOf(first).describe(first)
    const toLines = (change: Change): string[] => [
      `  ${changeToText(change)}`,
      ...kindOf(change)
        .texts(change)
        .flatMap((text) => fieldToLines(text, options)),
      ...('after' in change
        ? postToLines(details.written.get(change.after.key), WRITTEN, options, withDetails)
        : []),
    ]
    const isTold = (change: Change): boolean =>
      sign === '-' || ('after' in change && !withDetails && takesAway(details.written.get(change.after.key)))
    const others = group.filter((change) => !isTold(change))
    return [
      ...crowd(others, toLines, {
        most: what === 'post' ? FEW_POSTS : FEW,
        rest: (amount) => restToText(sign, MANY[what], amount),
        all,
      }),
      ...group.filter(isTold).flatMap(toLines),
    ]
  })
}

/** What readers or the site lose is told of each post, however many there are. */
function takesAway(details: PostDetails | undefined): boolean {
  if (details === undefined) return false
  return details.settings.there.length > 0 || details.unpublishes !== undefined || details.moved !== undefined
}

const MANY = {
  category: say`categories`,
  tag: say`tags`,
  picture: say`pictures`,
  post: say`posts`,
} as const

function restToText(sign: '+' | '~' | '-', things: string, amount: number): string {
  switch (sign) {
    case '+':
      return say`${amount} more ${things} to add`
    case '~':
      return say`${amount} more ${things} to change`
    case '-':
      return say`${amount} more ${things} to remove`
  }
}
