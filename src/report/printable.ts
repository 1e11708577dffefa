/**
 * What moves the cursor, hides, turns letters around or ends a line where text is shown, and noncharacters, which stay
 * inside; a tab does no harm.
 */
const UNPRINTABLE = /(?!\t)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu

/** The same of text that may have several lines. */
const UNPRINTABLE_IN_LINES = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu

/**
 * Words that may come from anywhere, for one line: an article must not be able to send commands to the terminal, or to
 * turn the order of its letters around.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '\uFFFD')
}

/** The same of text that may have several lines and is shown on one, such as the message of an error. */
export function oneLine(text: string): string {
  return printable(text.trim().replace(/\s*[\r\n]\s*/g, ' '))
}

/** The same, line by line. */
export function printableLines(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(UNPRINTABLE_IN_LINES, '\uFFFD')
}

/** Where a value has several lines, as the content of a post. */
const TEXTS: ReadonlySet<string> = new Set(
  'content footnotes excerpt caption before after sent stored now then'.split(' '),
)

/**
 * A value for a report, in which no text from elsewhere does harm: plain objects, arrays, maps and sets all the way down.
 * It is applied before anything is coloured, so that every escape sequence that is printed is our own.
 */
export function harmless<T>(value: T): T {
  return harmlessAt('', value) as T
}

function harmlessAt(key: string, value: unknown): unknown {
  if (typeof value === 'string') return TEXTS.has(key) ? printableLines(value) : printable(value)
  if (Array.isArray(value)) return value.map((item) => harmlessAt(key, item))
  if (value instanceof Map) {
    return new Map([...value].map(([name, item]) => [harmlessAt('', name), harmlessAt('', item)]))
  }
  if (value instanceof Set) return new Set([...value].map((item) => harmlessAt('', item)))
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, harmlessAt(name, item)]))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
