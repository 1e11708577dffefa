import type { Argument, HelpConfiguration, Option } from 'commander'
import stringWidth from 'fast-string-width'
import { spokenLanguage } from '../language/language.ts'
import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import { breakLines } from '../report/wrap.ts'
import { own } from '../standards/own.ts'

/** The headings of commander's help. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': say`Usage:`,
  'Arguments:': say`Arguments:`,
  'Options:': say`Options:`,
  'Commands:': say`Commands:`,
}

/** How commander lays the help out, in the language that is spoken. */
export function helpLayout(): HelpConfiguration {
  return {
    styleTitle: (title) => own(TITLES, title) ?? title,
    styleUsage: placeholders,
    styleSubcommandTerm: placeholders,
    optionDescription: (option) =>
      withMore(option.description, [...choicesOf(option), ...defaultOf(option), ...presetOf(option)]),
    argumentDescription: (argument) => withMore(argument.description, choicesOf(argument)),
    ...(spokenLanguage() === 'ja' ? JAPANESE : {}),
  }
}

/** Commander breaks at blanks alone, and counts letters. */
const JAPANESE: HelpConfiguration = {
  // Half as many characters as of English are as long.
  minWidthToWrap: 20,
  displayWidth: stringWidth,
  boxWrap: (text, width) =>
    text
      .split('\n')
      .flatMap((line) => breakLines(line, width, false))
      .join('\n'),
}

function placeholders(text: string): string {
  return text.replace('[options]', say`[options]`).replace('[command]', say`[command]`)
}

function withMore(description: string, more: readonly string[]): string {
  return more.length === 0 ? description : `${description} (${listItems(more)})`
}

function choicesOf({ argChoices }: Pick<Option | Argument, 'argChoices'>): string[] {
  if (argChoices === undefined) return []
  return [say`choices: ${argChoices.map((choice) => JSON.stringify(choice)).join(', ')}`]
}

function defaultOf({ required, optional, defaultValue }: Option): string[] {
  if (defaultValue === undefined) return []
  return required || optional || typeof defaultValue === 'boolean'
    ? [say`default: ${JSON.stringify(defaultValue)}`]
    : []
}

function presetOf({ presetArg, optional }: Option): string[] {
  return presetArg === undefined || !optional ? [] : [say`preset: ${JSON.stringify(presetArg)}`]
}
