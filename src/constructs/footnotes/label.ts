import type { PullContext } from '../../pull/context.ts'

/** The label of a note as its author wrote it, from what stands in its addresses behind `fn-`. */
export function toLabel(name: string, context: PullContext): string {
  const identifier = decode(name)
  return context.label?.(identifier) ?? identifier
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
