import { own } from '../standards/own.ts'
import { LANGUAGES, type Language } from './language.ts'

/** In the order in which POSIX lets one come before the other (Base Definitions, 8.2). */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG']

/** `language[_territory][.codeset][@modifier]`, as POSIX has it; Windows and browsers part them by "-". */
const LOCALE = /^([a-z]{2,3})(?:[_-][^.@]*)?(?:\.([^@]*))?(?:@.*)?$/i

/**
 * The language in which a command is answered: what `--lang` asks for, otherwise that of the environment, otherwise that
 * of the system.
 *
 * @param argv what stands behind the name of the program; a wrong `--lang` is left to whoever reads the options
 * @param variables of the environment
 * @param system tells the locale of the system where the environment names none: Windows has no such variables
 */
export function chooseLanguage(
  argv: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
  system: () => string,
): Language {
  const asked = LANGUAGES.find((language) => language === askedFor(argv))
  if (asked !== undefined) return asked
  // An empty variable counts as none.
  const locale = VARIABLES.map((name) => own(variables, name)).find(
    (value) => value !== undefined && value !== '',
  )
  return ofLocale(locale ?? system())
}

/** The value of `--lang`; behind `new` that is the language of the article. */
function askedFor(argv: readonly string[]): string | undefined {
  const end = argv.findIndex((word) => word === 'new' || word === '--')
  const words = end === -1 ? argv : argv.slice(0, end)
  const at = words.findLastIndex((word) => /^--lang(?:=|$)/.test(word))
  const word = words[at]
  return word?.includes('=') === true ? word.slice(word.indexOf('=') + 1) : words[at + 1]
}

/** Terminals of Japanese encodings show what we write in UTF-8 as rubbish, but its ASCII as it is. */
function ofLocale(locale: string): Language {
  const [, language = '', encoding = 'utf-8'] = LOCALE.exec(locale) ?? []
  const isReadable = /^utf-?8$/i.test(encoding)
  return LANGUAGES.find((each) => each === language.toLowerCase() && isReadable) ?? 'en'
}
