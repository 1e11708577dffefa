import { spokenLanguage, translate } from './language.ts'

/** The key of each template in the code, made once. */
const keys = new WeakMap<TemplateStringsArray, string>()

/**
 * A text of the program in the language that it speaks: tags a template whose English is also its key in the catalogue.
 *
 * Values are names, numbers and addresses, or what another `say`, `count` or `list…` has made; never words of English.
 * Where singular and plural, or two cases, read otherwise, they are two texts.
 */
export function say(english: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  if (spokenLanguage() === 'en') return String.raw({ raw: english }, ...values)
  return fill(translate(keyOf(english)), values)
}

function keyOf(english: TemplateStringsArray): string {
  const known = keys.get(english)
  if (known !== undefined) return known
  const key = english.reduce((before, part, index) => `${before}{${index}}${part}`)
  keys.set(english, key)
  return key
}

/** Another language may name the values in another order; all at once, since a value may itself hold `{1}`. */
function fill(text: string, values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (slot, number) => String(values[Number(number) - 1] ?? slot))
}
