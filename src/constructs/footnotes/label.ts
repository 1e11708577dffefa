import type { PullContext } from '../../pull/context.ts'
import { decodePercent } from '../../standards/percent.ts'

/** The label of a note as its author wrote it, from what stands in its addresses behind `fn-`. */
export function toLabel(name: string, context: PullContext): string {
  const identifier = decodePercent(name)
  return context.label?.(identifier) ?? identifier
}
