import type { Json } from './api.ts'

/** GitHub takes no longer comment or issue, in characters; counted here in UTF-16 units, which are never fewer. */
const MOST_CHARACTERS = 65_536

/** What tells a comment or an issue of ours from all others; readers do not see it. */
export function markerOf(purpose: string): string {
  return `<!-- rensai:${purpose} -->`
}

/**
 * Whether a comment or an issue is the one for this purpose: written by a program, since whoever comments could write
 * the marker, too, and what people wrote is never written over.
 */
export function isOurs({ body, user }: Json, purpose: string): boolean {
  const isProgram = typeof user === 'object' && user !== null && 'type' in user && user.type === 'Bot'
  return isProgram && typeof body === 'string' && body.startsWith(markerOf(purpose))
}

/**
 * A text with its marker and a last line, short enough for GitHub; of one that is too long nothing but the last line is
 * shown, since a piece of Markdown may be anything.
 */
export function toBody(purpose: string, text: string, last: string, tooLong: string): string {
  const whole = [markerOf(purpose), text.trim(), last].filter((part) => part !== '').join('\n\n')
  return whole.length <= MOST_CHARACTERS ? whole : [markerOf(purpose), tooLong, last].join('\n\n')
}
