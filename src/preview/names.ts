import type { Config } from '../config/types.ts'
import type { JudgedArticle } from '../judge/types.ts'
import { textOf } from '../posts/draft.ts'
import { rememberLast } from '../standards/remember-last.ts'

/** The title of an article, or its path where it has none. */
export function titleOf({ draft }: JudgedArticle): string {
  return textOf(draft.fields, 'title') ?? draft.source.file.path
}

/** What people call a series. */
export function nameOfSeries({ title, name }: Config['series'][number]): string {
  return title ?? name
}

/**
 * A language in its own words, 日本語 or English; as written where it is not BCP 47. Remembered, since what Intl makes lies
 * beside the heap, where it takes much room until it is collected, and every page asks.
 */
export const languageName = rememberLast(64, (language) => {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  } catch (error) {
    // An article may name any language; that it is none is a message of `check`.
    if (error instanceof RangeError) return language
    throw error
  }
})
