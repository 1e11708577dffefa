import { toString as mdastToString } from 'mdast-util-to-string'
import { say } from '../../language/say.ts'
import { textOf } from '../../posts/draft.ts'
import type { Choice } from '../choice.ts'
import type { Survey } from '../types.ts'

/** Kana are Japanese, whatever else a text holds. */
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u

/** The language of articles that name none. */
export function chooseLanguage({ articles }: Survey): Choice[] {
  const japanese = articles.filter(({ fields, tree }) =>
    KANA.test(`${textOf(fields, 'title') ?? ''} ${mdastToString(tree).slice(0, 5000)}`),
  ).length
  const language = japanese * 2 >= articles.length ? 'ja' : 'en'
  const why =
    language === 'ja'
      ? say`${japanese} of ${articles.length} articles are written in Japanese.`
      : say`Hardly any article has Japanese text.`
  return [{ path: ['site', 'language'], value: language, why }]
}
