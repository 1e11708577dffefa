/**
 * A value in JSON (RFC 8259) that may be printed as it is: what is no letter is escaped in its strings, and so is what a
 * log of continuous integration takes for a command. Whoever parses it gets the value itself.
 */
export function toJsonDocument(value: unknown): string {
  return JSON.stringify(value, undefined, 2)
    .replace(/[\u007f-\u009f\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, escapeUnit)
    .replace(/##(?=\[|vso\[)/g, `#${escapeUnit('#')}`)
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** The value that a text in JSON stands for; `undefined` where it is none, which no text in JSON stands for. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
