import { say } from '../language/say.ts'
import { type Pause, toDuration } from '../site/patience.ts'
import { oneLine } from './printable.ts'

/** `waiting 5 s: the site answered 503; then try 2`; where the site asks for it, that. */
export function pauseToText({ reason, length, isAsked, attempt }: Pause): string {
  return isAsked
    ? say`waiting ${toDuration(length)}, which the site asks for: ${oneLine(reason)}; then try ${attempt}`
    : say`waiting ${toDuration(length)}: ${oneLine(reason)}; then try ${attempt}`
}
