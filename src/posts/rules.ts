import type { ContentRule, FolderContext, Rule } from './rule.ts'
import { activeContent } from './rules/active-content.ts'
import { imageAlt } from './rules/alt.ts'
import { bodyEmpty } from './rules/body.ts'
import { boxClosed, boxName, boxSyntax } from './rules/boxes.ts'
import { charactersValid } from './rules/characters.ts'
import { codeClosed } from './rules/code.ts'
import { codeLanguage } from './rules/code-language.ts'
import { conflictMarker } from './rules/conflict-marker.ts'
import { datesAgree, dateValid } from './rules/dates.ts'
import { emphasisLiteral } from './rules/emphasis.ts'
import { footnoteMissing, footnoteUnused } from './rules/footnotes.ts'
import { linkBrackets, wikiLink } from './rules/foreign-links.ts'
import { headingId } from './rules/heading-id.ts'
import { headingSpace } from './rules/heading-space.ts'
import { headingOrder, headingTop } from './rules/headings.ts'
import { imageBlanks, imageUsable } from './rules/images.ts'
import { aliasTwice, keyAlias, unknownKey, valueType } from './rules/keys.ts'
import { listItems } from './rules/lists.ts'
import { localAddress } from './rules/local-address.ts'
import { rawHtmlAddress } from './rules/raw-html.ts'
import { rawHtmlClosed } from './rules/raw-html-closed.ts'
import { rawHtmlComment } from './rules/raw-html-comment.ts'
import { rawHtmlElement } from './rules/raw-html-element.ts'
import { rawHtmlMarkdown } from './rules/raw-html-markdown.ts'
import { excerptGiven, titleLength } from './rules/search-results.ts'
import { slugLanguage, slugPattern, slugUnique } from './rules/slug.ts'
import { futureNeedsDate } from './rules/status.ts'
import { templateTag } from './rules/template-tag.ts'
import {
  categoryKnown,
  categorySpelling,
  tagSpelling,
  tagVariants,
  termLength,
  termTwice,
} from './rules/terms.ts'
import { titleRequired } from './rules/title.ts'
import { idUnique, idValid, languageKnown, valueRules } from './rules/values.ts'

/** Every rule that an article's front matter is held to on its own. */
export const rules: readonly Rule[] = [
  unknownKey,
  keyAlias,
  aliasTwice,
  valueType,
  titleRequired,
  titleLength,
  excerptGiven,
  futureNeedsDate,
  dateValid,
  datesAgree,
  slugPattern,
  slugLanguage,
  idValid,
  categoryKnown,
  categorySpelling,
  tagSpelling,
  termTwice,
  termLength,
  listItems,
  ...valueRules,
  languageKnown,
]

/** Every rule that an article's front matter is held to beside that of the others. */
export const folderRules: readonly Rule<FolderContext>[] = [slugUnique, idUnique, tagVariants]

/** Every rule that an article's body is held to on its own. */
export const contentRules: readonly ContentRule[] = [
  bodyEmpty,
  headingTop,
  headingOrder,
  headingSpace,
  emphasisLiteral,
  codeClosed,
  conflictMarker,
  charactersValid,
  boxName,
  boxClosed,
  boxSyntax,
  localAddress,
  imageAlt,
  footnoteMissing,
  footnoteUnused,
  wikiLink,
  linkBrackets,
  templateTag,
  headingId,
  rawHtmlAddress,
  rawHtmlElement,
  rawHtmlClosed,
  rawHtmlMarkdown,
  rawHtmlComment,
  activeContent,
  codeLanguage,
]

/** Every rule about the files that an article's pictures name. */
export const pictureRules: readonly ContentRule<FolderContext>[] = [imageUsable, imageBlanks]
