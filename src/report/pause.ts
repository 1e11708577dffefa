import { type Pause, toDuration } from '../site/patience.ts'
import { oneLine } from './printable.ts'

/** `waiting 5 s: the site answered 503; then try 2`; where the site asks for it, that. */
export function pauseToText({ reason, length, isAsked, attempt }: Pause): string {
  const asked = isAsked ? ', which the site asks for' : ''
  return `waiting ${toDuration(length)}${asked}: ${oneLine(reason)}; then try ${attempt}`
}
