import type { CommanderError } from 'commander'
import { say } from '../language/say.ts'

/** What commander says of a wrong command line (commander 14, lib/command.js), and the same in our own words. */
const FORMS: readonly [RegExp, (...values: string[]) => string][] = [
  [/^error: unknown option '(.*)'$/s, (flag) => say`error: unknown option '${flag}'`],
  [/^error: unknown command '(.*)'$/s, (name) => say`error: unknown command '${name}'`],
  [/^error: missing required argument '(.*)'$/s, (name) => say`error: missing required argument '${name}'`],
  [/^error: option '(.*)' argument missing$/s, (flags) => say`error: option '${flags}' argument missing`],
  [
    /^error: option '(.*)' cannot be used with option '(.*)'$/s,
    (flags, other) => say`error: option '${flags}' cannot be used with option '${other}'`,
  ],
  [
    /^error: too many arguments for '(.*)'\. Expected 1 argument but got (\d+)\.$/s,
    (name, given) => say`error: too many arguments for '${name}'. Expected 1 argument but got ${given}.`,
  ],
  [
    /^error: too many arguments for '(.*)'\. Expected (\d+) arguments but got (\d+)\.$/s,
    (name, expected, given) =>
      say`error: too many arguments for '${name}'. Expected ${expected} arguments but got ${given}.`,
  ],
  [
    /^error: option '(.*?)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s,
    (flags, value, choices) =>
      say`error: option '${flags}' argument '${value}' is invalid. Allowed choices are ${choices}.`,
  ],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*?)'\. Allowed choices are (.*)\.$/s,
    (value, name, choices) =>
      say`error: command-argument value '${value}' is invalid for argument '${name}'. Allowed choices are ${choices}.`,
  ],
]

const SUGGESTIONS: readonly [RegExp, (...values: string[]) => string][] = [
  [/^\(Did you mean one of (.*)\?\)$/s, (names) => say`(Did you mean one of ${names}?)`],
  [/^\(Did you mean (.*)\?\)$/s, (name) => say`(Did you mean ${name}?)`],
]

/**
 * What is wrong with a command line, for people; a form that we do not know as commander has it.
 *
 * @returns the empty string where that was said already, as of a help that was asked for
 */
export function usageErrorToText({ message }: CommanderError): string {
  if (!message.startsWith('error: ')) return ''
  const at = message.lastIndexOf('\n(Did you mean ')
  if (at === -1) return reword(message, FORMS)
  return `${reword(message.slice(0, at), FORMS)}\n${reword(message.slice(at + 1), SUGGESTIONS)}`
}

function reword(text: string, forms: typeof FORMS): string {
  for (const [form, toText] of forms) {
    const values = form.exec(text)?.slice(1)
    if (values !== undefined) return toText(...values)
  }
  return text
}
