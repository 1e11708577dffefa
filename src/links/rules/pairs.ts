import { isStatus } from '../../fields/status.ts'
import { toDateText } from '../../language/dates.ts'
import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import { parseLocalDate } from '../../posts/dates.ts'
import { itemsOf } from '../../posts/draft.ts'
import type { FrontMatterKey } from '../../posts/front-matter-keys.ts'
import type { Finding } from '../../posts/rule.ts'
import { categoriesOf } from '../../posts/terms-of.ts'
import { type Article, placeOf } from '../article.ts'
import type { Folder, LinkRule } from '../link-rule.ts'

export const pairStatus: LinkRule = {
  id: 'pair-status',
  severity: 'warn',
  summary: say`The languages of an article have the same status.`,
  *check(article, folder) {
    // A word that is no status has a message of its own.
    if (![article, originalOf(article, folder)].every((one) => isStatus(one?.status ?? ''))) return
    yield* compare(article, folder, ['status'], say`status`, ({ status }) => status)
  },
}

export const pairSchedule: LinkRule = {
  id: 'pair-schedule',
  severity: 'warn',
  summary: say`The languages of an article appear at the same time.`,
  *check(article, folder) {
    // Most dates are written alike, and reading one takes long.
    if (originalOf(article, folder)?.writtenDate === article.writtenDate) return
    const { timezone } = folder.config.site
    yield* compare(article, folder, ['publish_at', 'date'], say`date`, ({ writtenDate }) =>
      toDateText(parseLocalDate(writtenDate, timezone) ?? ''),
    )
  },
}

export const pairCategories: LinkRule = {
  id: 'pair-categories',
  severity: 'warn',
  summary: say`The languages of an article have the same categories.`,
  check: (article, folder) =>
    compare(article, folder, ['categories'], say`set of categories`, ({ draft }) => {
      const names = categoriesOf(itemsOf(draft.fields, 'categories'), folder.config.categories ?? []).map(
        ({ name }) => name,
      )
      return listItems(names.toSorted())
    }),
}

export const pairHeadings: LinkRule = {
  id: 'pair-headings',
  severity: 'off',
  summary: say`The languages of an article have as many headings as each other.`,
  check: (article, folder) =>
    compare(article, folder, [], say`number of headings`, ({ node }) => String(node.headings)),
}

export const pairImages: LinkRule = {
  id: 'pair-images',
  severity: 'off',
  summary: say`The languages of an article have as many pictures as each other.`,
  check: (article, folder) =>
    compare(article, folder, [], say`number of pictures`, ({ node }) => String(node.images.length)),
}

/** Reports on the translation where the two differ. */
function* compare(
  article: Article,
  folder: Folder,
  fields: readonly FrontMatterKey[],
  label: string,
  read: (article: Article) => string,
): Iterable<Finding> {
  const original = originalOf(article, folder)
  if (original === undefined) return
  const [own, other] = [read(article), read(original)]
  if (own === other) return
  yield {
    reason: say`${original.path}, the same article in "${original.language ?? ''}", has another ${label}: there ${other || say`none`}, here ${own || say`none`}.`,
    place: placeOf(article, ...fields),
    note: say`Make the two alike, or turn the rule off where they are meant to differ.`,
  }
}

/** The article in the site's own language of which `article` is a translation. */
function originalOf(article: Article, { translations, config }: Folder): Article | undefined {
  const { language } = config.site
  if (article.language === undefined || article.language === language) return undefined
  const original = translations(article, language)
  const unreadable = article.draft.unreadable || original?.draft.unreadable === true
  return unreadable ? undefined : original
}
