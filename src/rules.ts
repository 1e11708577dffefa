import { linkRules } from './links/rules.ts'
import type { RuleInfo } from './posts/rule.ts'
import { frontMatterRules } from './posts/rules/front-matter.ts'
import { contentRules, folderRules, pictureRules, rules } from './posts/rules.ts'

/** Every rule there is; wp.config.json accepts these ids, and docs/rules.md has a section on each. */
export const allRules: readonly RuleInfo[] = [
  ...frontMatterRules,
  ...rules,
  ...folderRules,
  ...contentRules,
  ...pictureRules,
  ...linkRules,
]
