import { FRONT_MATTER_FIELDS } from '../../fields/front-matter.ts'
import { say } from '../../language/say.ts'
import { findField, textOf } from '../draft.ts'
import type { FolderContext, Rule } from '../rule.ts'
import { scalarFix } from '../yaml-scalar.ts'
import { oneOf } from './one-of.ts'

/** A rule for each field that has one of a few values. */
export const valueRules: readonly Rule[] = FRONT_MATTER_FIELDS.flatMap(({ key, takes }) =>
  typeof takes === 'string' ? [] : [oneOf(key, takes)],
)

export const idValid: Rule = {
  id: 'id-valid',
  severity: 'error',
  summary: say`An id is the number of a post.`,
  *check({ fields }) {
    const field = findField(fields, 'id')
    const id = textOf(fields, 'id')
    if (field === undefined || id === undefined || /^[1-9]\d{0,15}$/.test(id)) return
    yield {
      reason: say`"${id}" is not the id of a post.`,
      place: field.valuePlace,
      note: say`Use the number in the address of the post's edit screen: post=549 means "id: 549".`,
    }
  },
}

export const idUnique: Rule<FolderContext> = {
  id: 'id-unique',
  severity: 'error',
  summary: say`No two articles share an id.`,
  *check({ source, fields }, { byId }) {
    const field = findField(fields, 'id')
    const id = textOf(fields, 'id') ?? ''
    const other = byId.get(id)?.find((candidate) => candidate.source.key !== source.key)
    if (field === undefined || other === undefined) return
    yield {
      reason: say`The id ${id} is also that of ${other.source.file.path}.`,
      place: field.valuePlace,
      note: say`Remove it from one of the two; both would be the same post.`,
    }
  },
}

export const languageKnown: Rule = {
  id: 'language-known',
  severity: 'error',
  summary: say`A language is a BCP 47 tag such as "ja" or "en".`,
  *check({ source, fields }) {
    const field = findField(fields, 'lang')
    const language = textOf(fields, 'lang')
    if (field === undefined || language === undefined || isLanguageTag(language)) return
    yield {
      reason: say`"${language}" is not a language.`,
      place: field.valuePlace,
      note: say`Write "ja" for Japanese, "en" for English.`,
      ...(language === 'jp' ? { suggestion: 'ja', fix: scalarFix(source, field.valuePlace, 'ja') } : {}),
    }
  },
}

function isLanguageTag(text: string): boolean {
  try {
    // The file-name ending "jp" is a well-formed tag but no language (ISO 639 calls Japanese "ja").
    return text !== 'jp' && Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
