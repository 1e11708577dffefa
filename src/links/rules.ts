import type { RuleInfo } from '../posts/rule.ts'
import type { LinkRule } from './link-rule.ts'
import type { ProjectRule } from './project-rule.ts'
import { linkAnchor } from './rules/anchors.ts'
import { externalRules } from './rules/external.ts'
import { foreignKey } from './rules/foreign-keys.ts'
import { linkOrphan, linkPermalink, linkSelf, linkText } from './rules/habits.ts'
import { imageUnused } from './rules/images.ts'
import { pairCategories, pairHeadings, pairImages, pairSchedule, pairStatus } from './rules/pairs.ts'
import { linkLanguage, linkUnpublished } from './rules/readers.ts'
import { seriesKnown, seriesMemberMissing, seriesSiblings } from './rules/series.ts'
import { linkOwnSite, linkTarget, linkUnclaimed } from './rules/targets.ts'

/** Every rule about the links of an article and its place among the others. */
export const articleLinkRules: readonly LinkRule[] = [
  linkTarget,
  linkAnchor,
  linkUnclaimed,
  linkOwnSite,
  linkUnpublished,
  linkLanguage,
  linkSelf,
  linkText,
  linkPermalink,
  linkOrphan,
  seriesSiblings,
  seriesMemberMissing,
  seriesKnown,
  pairStatus,
  pairSchedule,
  pairCategories,
  pairHeadings,
  pairImages,
]

/** Every rule about what lies around the articles: the configuration, and the folders of their pictures. */
export const projectRules: readonly ProjectRule[] = [seriesMemberMissing, imageUnused, foreignKey]

/** Every rule about what lies between articles and around them, in the order of docs/rules.md. */
export const linkRules: readonly RuleInfo[] = [
  ...new Set<RuleInfo>([...articleLinkRules, ...projectRules]),
  ...externalRules,
]
