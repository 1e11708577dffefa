import { say } from '../../language/say.ts'
import { joinSentences } from '../../language/sentences.ts'
import { ExcessError } from '../../limits/bounded.ts'
import { matchesPattern } from '../../limits/patterns.ts'
import { own } from '../../standards/own.ts'
import { findField } from '../draft.ts'
import { splitLanguage } from '../language.ts'
import type { FolderContext, Rule } from '../rule.ts'
import { DEFAULT_SLUG_PATTERN, encodeSlug, keptSlug, RESERVED_SLUGS } from '../slugs.ts'
import { scalarFix } from '../yaml-scalar.ts'

const FIRST_LINE = { line: 1, column: 1 }

const DEFAULT_SLUG = new RegExp(DEFAULT_SLUG_PATTERN, 'u')

export const slugPattern: Rule = {
  id: 'slug-pattern',
  severity: 'error',
  summary: say`The slug matches the configuration's rule, so that WordPress keeps it as it is.`,
  *check({ source, fields, slug }, { config }) {
    const field = findField(fields, 'slug')
    const place = field?.valuePlace ?? FIRST_LINE
    const { pattern, maxLength } = config.slug
    const [isReserved, kept] = [RESERVED_SLUGS.includes(slug), keptSlug(slug)]
    const isLong = encodeSlug(slug).length > maxLength
    const isPattern = isLong ? true : matchesInTime(pattern, slug)
    if (isPattern === undefined) {
      yield {
        reason: say`The rule ${pattern} does not come to an end with the slug "${slug}".`,
        place,
        note: say`Write "slug.pattern" in wp.config.json without a repetition inside a repetition, such as (a+)+.`,
      }
      return
    }
    if (!isPattern || isReserved || (kept !== slug && !isLong)) {
      const suggestion = mendSlug(slug, pattern)
      const asked =
        suggestion === undefined ? say`Choose another "slug:".` : say`Did you mean "${suggestion}"?`
      const wouldBe =
        kept === '' ? say`WordPress would keep nothing of it.` : say`WordPress would make it "${kept}".`
      yield {
        reason: isReserved
          ? say`WordPress keeps the slug "${slug}" for itself.`
          : isPattern
            ? say`WordPress does not keep the slug "${slug}" as it is.`
            : pattern === DEFAULT_SLUG_PATTERN
              ? say`The slug "${slug}" is more than words in small letters, joined by "-".`
              : say`The slug "${slug}" breaks the rule ${pattern}.`,
        place,
        note: kept === slug || kept === suggestion ? asked : joinSentences(asked, wouldBe),
        suggestion,
        // WordPress lowers capitals itself (sanitize_title_with_dashes), so no address changes by it.
        fix:
          field !== undefined && suggestion !== undefined && suggestion === slug.toLowerCase()
            ? scalarFix(source, field.valuePlace, suggestion)
            : undefined,
      }
    }
    if (!isLong) return
    yield {
      reason: say`The slug is longer than ${maxLength} bytes; WordPress would cut it.`,
      place,
      note: say`Shorten it.`,
    }
  },
}

export const slugUnique: Rule<FolderContext> = {
  id: 'slug-unique',
  severity: 'error',
  summary: say`No two articles share a slug.`,
  *check({ source, slug, fields }, { bySlug }) {
    const other = bySlug.get(slug)?.find((candidate) => candidate.source.key !== source.key)
    if (other === undefined) return
    yield {
      reason: say`The slug "${slug}" is also that of ${other.source.file.path}.`,
      place: findField(fields, 'slug')?.valuePlace ?? FIRST_LINE,
      note: say`Give one of the two another slug; both would be the same page.`,
    }
  },
}

export const slugLanguage: Rule = {
  id: 'slug-language',
  severity: 'warn',
  summary: say`The slug ends like the article's language.`,
  *check({ fields, slug, language }, { config }) {
    const ending = splitLanguage(slug, config.languages)
    if (language === undefined || ending.language === language) return
    const [expected] = own(config.languages, language) ?? []
    if (ending.language === undefined && expected === undefined) return
    const mended = mendSlug(slug, config.slug.pattern)
    const isMended = mended !== undefined && splitLanguage(mended, config.languages).language === language
    const base = mendSlug(ending.base, config.slug.pattern) ?? ending.base
    const suggestion = isMended ? mended : expected === undefined ? undefined : base + expected
    yield {
      reason:
        ending.language === undefined
          ? say`The article is in "${language}", but the slug "${slug}" does not end in "${expected ?? ''}".`
          : say`The article is in "${language}", but the slug "${slug}" ends like one in "${ending.language}".`,
      place: findField(fields, 'slug')?.valuePlace ?? FIRST_LINE,
      note: suggestion === undefined ? say`Change the slug or "lang".` : say`Did you mean "${suggestion}"?`,
      suggestion,
    }
  },
}

/** What WordPress would keep, where the rule allows it; otherwise the nearest words of ASCII. */
function mendSlug(slug: string, pattern: string): string | undefined {
  const words = slug
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return [keptSlug(slug), words].find((mended) => {
    return (
      mended !== '' &&
      mended !== slug &&
      !RESERVED_SLUGS.includes(mended) &&
      matchesInTime(pattern, mended) === true
    )
  })
}

/** `undefined` where nobody knows, since the pattern tries too many ways. */
function matchesInTime(pattern: string, slug: string): boolean | undefined {
  // Nobody has to watch the clock for our own.
  if (pattern === DEFAULT_SLUG_PATTERN) return DEFAULT_SLUG.test(slug)
  try {
    return matchesPattern(pattern, slug)
  } catch (error) {
    if (error instanceof ExcessError) return undefined
    throw error
  }
}
