import type { ContentRule, Rule } from './rule.ts'
import { boxClosed, boxName, boxSyntax } from './rules/boxes.ts'
import { datesAgree, dateValid } from './rules/dates.ts'
import { headingId } from './rules/heading-id.ts'
import { imageBlanks, imageUsable } from './rules/images.ts'
import { aliasTwice, unknownKey, valueType } from './rules/keys.ts'
import { rawHtmlAddress } from './rules/raw-html.ts'
import { slugLanguage, slugPattern, slugUnique } from './rules/slug.ts'
import { futureNeedsDate, statusKnown } from './rules/status.ts'
import { categoryKnown, tagSpelling, termLength, termTwice } from './rules/terms.ts'
import { titleRequired } from './rules/title.ts'
import { commentStatusKnown, formatKnown, idValid, languageKnown, stickyKnown } from './rules/values.ts'

/** Every rule that an article's front matter is held to. */
export const rules: readonly Rule[] = [
  unknownKey,
  aliasTwice,
  valueType,
  titleRequired,
  statusKnown,
  futureNeedsDate,
  dateValid,
  datesAgree,
  slugPattern,
  slugUnique,
  slugLanguage,
  idValid,
  categoryKnown,
  tagSpelling,
  termTwice,
  termLength,
  formatKnown,
  commentStatusKnown,
  stickyKnown,
  languageKnown,
]

/** Every rule that an article's body is held to. */
export const contentRules: readonly ContentRule[] = [
  boxName,
  boxClosed,
  boxSyntax,
  imageUsable,
  imageBlanks,
  headingId,
  rawHtmlAddress,
]
