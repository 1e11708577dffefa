import { readFenceMeta } from '../../constructs/code/fence-meta.ts'
import { isHighlightable, languageNames } from '../../constructs/code/languages.ts'
import { say } from '../../language/say.ts'
import { closest } from '../../limits/closest.ts'
import type { ContentRule } from '../rule.ts'

export const codeLanguage: ContentRule = {
  id: 'code-language',
  severity: 'warn',
  summary: say`Code names a language that the highlighter knows, where there is one.`,
  begin(_, { config }, report) {
    if (config.highlight !== 'shiki') return {}
    return {
      code({ lang, position }) {
        const { language } = readFenceMeta(lang ?? '', '')
        if (language === undefined || isHighlightable(language.toLowerCase())) return
        const near = closest(language.toLowerCase(), languageNames, 2)
        report({
          reason: say`Code in "${language}" is shown without colours: nobody knows that language.`,
          place: position,
          note: near === undefined ? say`Write "text" if none is meant.` : say`Did you mean "${near}"?`,
          suggestion: near,
        })
      },
    }
  },
}
