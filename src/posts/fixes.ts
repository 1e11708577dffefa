import type { Fix } from './rule.ts'

/** A text after its edits, and which edits were made. */
export interface FixedText {
  readonly text: string
  readonly applied: ReadonlySet<Fix>
}

/**
 * Makes the edits in a text and leaves every other character as it is.
 *
 * Of an edit inside another one only the inner is made: the outer was written for the text around it, and is
 * found anew the next time. The same edit, asked for twice, is made once.
 *
 * @returns `undefined` where two edits cross or want different texts in one place: neither is surely right
 */
export function applyFixes(text: string, fixes: readonly Fix[]): FixedText | undefined {
  const unique = [...new Map(fixes.map((fix) => [keyOf(fix), fix])).values()]
  const inner = unique
    .filter((fix) => !unique.some((other) => isInside(other, fix)))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let end = 0
  let previous: Fix | undefined
  for (const fix of inner) {
    if (fix.start < end || fix.end < fix.start || fix.end > text.length) return undefined
    if (fix.start === previous?.start) return undefined
    result += text.slice(end, fix.start) + fix.text
    end = fix.end
    previous = fix
  }
  const applied = new Set(inner.map(keyOf))
  return {
    text: result + text.slice(end),
    applied: new Set(fixes.filter((fix) => applied.has(keyOf(fix)))),
  }
}

function keyOf({ start, end, text }: Fix): string {
  return JSON.stringify([start, end, text])
}

/** True where `inner` lies in `outer` and is smaller. */
function isInside(inner: Fix, outer: Fix): boolean {
  if (inner.start < outer.start || inner.end > outer.end) return false
  return inner.end - inner.start < outer.end - outer.start
}
