import { say } from '../language/say.ts'

/** What zod objects to (zod 4, locales/en.js), and the same in our own words. */
const FORMS: readonly [RegExp, (...values: string[]) => string][] = [
  [
    /^Invalid input: expected (.+), received undefined$/s,
    (expected) => say`Invalid input: expected ${expected}, received undefined`,
  ],
  [
    /^Invalid input: expected (.+), received (.+)$/s,
    (expected, received) => say`Invalid input: expected ${expected}, received ${received}`,
  ],
  [/^Invalid input: expected (.+)$/s, (expected) => say`Invalid input: expected ${expected}`],
  [/^Invalid input$/, () => say`Invalid input`],
  [/^Invalid option: expected one of (.+)$/s, (options) => say`Invalid option: expected one of ${options}`],
  [/^Too big: expected number to be (\S+)$/, (limit) => say`Too big: expected number to be ${limit}`],
  [/^Too small: expected number to be (\S+)$/, (limit) => say`Too small: expected number to be ${limit}`],
  [
    /^Too small: expected string to have (\S+) characters$/,
    (limit) => say`Too small: expected string to have ${limit} characters`,
  ],
  [
    /^Too small: expected array to have (\S+) items$/,
    (limit) => say`Too small: expected array to have ${limit} items`,
  ],
  [/^Invalid URL$/, () => say`Invalid URL`],
  [
    /^Invalid string: must match pattern (.+)$/s,
    (pattern) => say`Invalid string: must match pattern ${pattern}`,
  ],
]

/** What the schema objects to, for people; a form that we do not know as zod has it. */
export function sayObjection(message: string): string {
  for (const [form, toText] of FORMS) {
    const values = form.exec(message)?.slice(1)
    if (values !== undefined) return toText(...values)
  }
  return message
}
