import { findField } from '../draft.ts'
import { splitLanguage } from '../language.ts'
import type { FolderContext, Rule } from '../rule.ts'
import { scalarFix } from '../yaml-scalar.ts'

const FIRST_LINE = { line: 1, column: 1 }

/** WordPress turns these into `feed-2` and `embed-2` (wp_unique_post_slug). */
const RESERVED: readonly string[] = ['feed', 'embed']

export const slugPattern: Rule = {
  id: 'slug-pattern',
  severity: 'error',
  summary: "The slug matches the configuration's rule, so that WordPress keeps it as it is.",
  *check({ source, fields, slug }, { config }) {
    const field = findField(fields, 'slug')
    const place = field?.valuePlace ?? FIRST_LINE
    const { pattern, maxLength } = config.slug
    if (!new RegExp(pattern, 'u').test(slug) || RESERVED.includes(slug)) {
      const suggestion = mendSlug(slug, pattern)
      yield {
        reason: RESERVED.includes(slug)
          ? `WordPress keeps the slug "${slug}" for itself.`
          : `The slug "${slug}" breaks the rule ${pattern}.`,
        place,
        note: suggestion === undefined ? 'Choose another "slug:".' : `Did you mean "${suggestion}"?`,
        suggestion,
        // WordPress lowers capitals itself (sanitize_title_with_dashes), so no address changes by it.
        fix:
          field !== undefined && suggestion !== undefined && suggestion === slug.toLowerCase()
            ? scalarFix(source, field.valuePlace, suggestion)
            : undefined,
      }
    }
    if (encodeURIComponent(slug).length <= maxLength) return
    yield {
      reason: `The slug is longer than ${maxLength} bytes; WordPress would cut it.`,
      place,
      note: 'Shorten it.',
    }
  },
}

export const slugUnique: Rule<FolderContext> = {
  id: 'slug-unique',
  severity: 'error',
  summary: 'No two articles share a slug.',
  *check({ source, slug, fields }, { bySlug }) {
    const other = bySlug.get(slug)?.find((candidate) => candidate.source.key !== source.key)
    if (other === undefined) return
    yield {
      reason: `The slug "${slug}" is also that of ${other.source.file.path}.`,
      place: findField(fields, 'slug')?.valuePlace ?? FIRST_LINE,
      note: 'Give one of the two another slug; both would be the same page.',
    }
  },
}

export const slugLanguage: Rule = {
  id: 'slug-language',
  severity: 'error',
  summary: "The slug ends like the article's language.",
  *check({ fields, slug, language }, { config }) {
    const ending = splitLanguage(slug, config.languages)
    if (language === undefined || ending.language === language) return
    const [expected] = config.languages[language] ?? []
    if (ending.language === undefined && expected === undefined) return
    const suggestion =
      expected === undefined
        ? undefined
        : (mendSlug(ending.base, config.slug.pattern) ?? ending.base) + expected
    yield {
      reason:
        ending.language === undefined
          ? `The article is in "${language}", but the slug "${slug}" does not end in "${expected}".`
          : `The article is in "${language}", but the slug "${slug}" ends like one in "${ending.language}".`,
      place: findField(fields, 'slug')?.valuePlace ?? FIRST_LINE,
      note: suggestion === undefined ? 'Change the slug or "lang".' : `Did you mean "${suggestion}"?`,
      suggestion,
    }
  },
}

function mendSlug(slug: string, pattern: string): string | undefined {
  const mended = slug
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return mended !== slug && new RegExp(pattern, 'u').test(mended) ? mended : undefined
}
