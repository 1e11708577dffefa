import { own } from '../../standards/own.ts'

/** What tells boxes apart without their colours, by language (BCP 47, its first part) and name. */
const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ja: { note: '補足', warning: '注意', step: '手順', example: '例', conclusion: 'まとめ' },
  en: { note: 'Note', warning: 'Warning', step: 'Step', example: 'Example', conclusion: 'Conclusion' },
  de: { note: 'Hinweis', warning: 'Warnung', step: 'Schritt', example: 'Beispiel', conclusion: 'Fazit' },
  es: { note: 'Nota', warning: 'Advertencia', step: 'Paso', example: 'Ejemplo', conclusion: 'Conclusión' },
  fr: { note: 'Note', warning: 'Attention', step: 'Étape', example: 'Exemple', conclusion: 'Conclusion' },
  ko: { note: '참고', warning: '주의', step: '단계', example: '예', conclusion: '정리' },
  zh: { note: '注', warning: '警告', step: '步骤', example: '示例', conclusion: '总结' },
}

/**
 * The word that names a built-in box for readers; `undefined` for a box of the configuration.
 *
 * @param language BCP 47; English where there is no word in it
 */
export function labelOf(name: string, language: string): string | undefined {
  const [primary = ''] = language.toLowerCase().split('-')
  return own(own(LABELS, primary) ?? LABELS.en, name)
}

/** The words for a built-in box in every language; none for a box of the configuration. */
export function labelsOf(name: string): string[] {
  return Object.values(LABELS).flatMap((words) => own(words, name) ?? [])
}

/** What stands between a label and the title behind it. */
export function separatorFor(language: string): string {
  return /^(?:ja|zh)\b/i.test(language) ? '：' : ': '
}

/** Those that any language has. */
export const SEPARATORS: readonly string[] = ['：', ': ']

/** True for a title that begins with one of the labels and so needs none before it. */
export function beginsWithLabel(title: string, labels: readonly string[]): boolean {
  const text = title.trim().toLowerCase()
  return labels.some((label) => {
    const word = label.toLowerCase()
    // "Notebook" is no note; words of Japanese, Chinese and Korean have no end that could be seen.
    return text.startsWith(word) && !(/\w$/.test(word) && /^\p{L}/u.test(text.slice(word.length)))
  })
}
