import type { Position } from 'unist'
import { rewriteScalar } from './rewrite-scalar.ts'
import type { Fix } from './rule.ts'
import type { SourceHead } from './types.ts'

/** The edit that makes a scalar of the front matter say `value`; `undefined` where no edit surely does. */
export function scalarFix({ file }: SourceHead, place: Position, value: string): Fix | undefined {
  const [start, end] = [place.start.offset, place.end.offset]
  if (start === undefined || end === undefined) return undefined
  const text = rewriteScalar(String(file).slice(start, end), value)
  return text === undefined ? undefined : { start, end, text }
}
