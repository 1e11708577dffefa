import type { Config } from '../config/types.ts'
import { visit } from '../standards/visit.ts'
import { beginContent } from './check-content.ts'
import { checkFields } from './check-fields.ts'
import type { Draft } from './draft.ts'
import { type ImageMention, listImageMentions } from './image-mentions.ts'
import { contentRules, rules } from './rules.ts'
import type { SourcePost } from './types.ts'

/**
 * Judges an article by every rule that looks at nothing else; what it finds is reported on the file.
 *
 * @returns the pictures of the body, which are judged among the files; none where it is not known where it begins
 */
export function judgePost(source: SourcePost, draft: Draft, config: Config): readonly ImageMention[] {
  checkFields(draft, rules, { config })
  // Where the front matter's end is not known, the body would be judged with the front matter as its text.
  if (source.bodyOffset === 0) return []
  visit(source.tree, beginContent(draft, contentRules, { config }))
  // Looking at the text is far quicker than visiting the tree.
  return String(source.file).includes('![') ? listImageMentions(source.tree) : []
}
