import type { Config } from '../config/types.ts'
import { beginContent } from '../posts/check-content.ts'
import { checkFields } from '../posts/check-fields.ts'
import { textOf } from '../posts/draft.ts'
import { reportError } from '../posts/report-finding.ts'
import type { FolderContext } from '../posts/rule.ts'
import { findFeaturedProblem, imageUsable } from '../posts/rules/images.ts'
import { folderRules, pictureRules } from '../posts/rules.ts'
import { listTagSpellings } from '../posts/tag-spellings.ts'
import { groupBy } from '../standards/group-by.ts'
import type { ArticleWithPictures, ImageResults } from './image-files.ts'

/** Judges every article of a folder by the rules about the others, and about the files of its pictures. */
export function checkArticles(
  articles: readonly ArticleWithPictures[],
  images: ImageResults,
  config: Config,
): void {
  const drafts = articles.map(({ draft }) => draft)
  const context: FolderContext = {
    config,
    images,
    tagSpellings: listTagSpellings(drafts),
    bySlug: groupBy(drafts, ({ slug }) => slug),
    byId: groupBy(drafts, ({ fields }) => textOf(fields, 'id') ?? ''),
  }
  for (const { draft, pictures } of articles) {
    checkFields(draft, folderRules, context)
    const look = beginContent(draft, pictureRules, context)
    for (const { node } of pictures) look(node)
    // Whatever the configuration says of the rule: without it publishing would take the picture off the post.
    for (const finding of findFeaturedProblem(draft, context)) {
      reportError(draft.source.file, imageUsable, finding)
    }
  }
}
