import type { Config } from '../config/types.ts'
import type { JudgedArticle } from '../judge/types.ts'
import { textOf } from '../posts/draft.ts'
import { isProjectPath, picturePath } from '../posts/images.ts'
import { isFile } from '../posts/library-picture.ts'

/**
 * The featured picture of an article, by its path in the project; `undefined` where it has none of its own. Other parts
 * of a run may have rendered the article, so it is read from the front matter, too, where nothing is wrong with that.
 */
export function featuredPath(
  { draft, errors, rendered, lastGood }: JudgedArticle,
  config: Config,
): string | undefined {
  const picture = (rendered ?? lastGood)?.post.featuredMedia
  if (picture !== undefined) return isFile(picture) ? picture.path : undefined
  const named = textOf(draft.fields, 'featured_image')
  if (errors > 0 || named === undefined || !isProjectPath(named)) return undefined
  return picturePath(named, draft.source.file.path, config)
}
