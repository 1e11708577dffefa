import { say } from '../../language/say.ts'
import type { RuleInfo } from '../rule.ts'

/*
 * What reading the front matter reports, see front-matter.ts. Nothing of such an article can be published, so
 * a lower severity only hides why.
 */

export const missing: RuleInfo = {
  id: 'front-matter-missing',
  severity: 'off',
  summary: say`Every Markdown file begins with front matter; while this is off, one without is no article.`,
}

export const opening: RuleInfo = {
  id: 'front-matter-opening',
  severity: 'error',
  summary: say`The front matter begins with a line "---".`,
}

export const notFirst: RuleInfo = {
  id: 'front-matter-position',
  severity: 'error',
  summary: say`The front matter begins on the first line.`,
}

export const otherLanguage: RuleInfo = {
  id: 'front-matter-language',
  severity: 'error',
  summary: say`Front matter is YAML, so that no article can run code.`,
}

export const unclosed: RuleInfo = {
  id: 'front-matter-unclosed',
  severity: 'error',
  summary: say`The front matter ends with a line that holds only "---".`,
}

export const syntax: RuleInfo = {
  id: 'front-matter-syntax',
  severity: 'error',
  summary: say`The front matter is valid YAML, and no value is lost in an alias, an anchor or a tag.`,
}

/** All of them. */
export const frontMatterRules: readonly RuleInfo[] = [
  missing,
  opening,
  notFirst,
  otherLanguage,
  unclosed,
  syntax,
]
