import type { Root } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkDefinitionList from 'remark-definition-list'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { remarkAlerts } from './plugins/remark-alerts.ts'
import { remarkBlockMarkup } from './plugins/remark-block-markup.ts'
import { remarkHeadingIds } from './plugins/remark-heading-ids.ts'
import { remarkImageSize } from './plugins/remark-image-size.ts'
import { remarkLiteralDirectives } from './plugins/remark-literal-directives.ts'
import { remarkMark } from './plugins/remark-mark.ts'
import { remarkMath } from './plugins/remark-math.ts'
import { remarkSpacedImages } from './plugins/remark-spaced-images.ts'
import { remarkSparingGfm } from './plugins/remark-sparing-gfm.ts'
import { remarkWideAutolinks } from './plugins/remark-wide-autolinks.ts'
import { dropReferenceDelimiters } from './references.ts'

/** Markdown as this author and others write it; the list of plugins is the table of contents. */
const syntax = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkSparingGfm)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough)
  .use(remarkDefinitionList)
  .use(remarkDirective)
  .use(remarkBlockMarkup)
  .use(remarkLiteralDirectives)
  .use(remarkSpacedImages)
  .use(remarkImageSize)
  .use(remarkWideAutolinks)
  .use(remarkAlerts)
  .use(remarkMark)
  .use(remarkHeadingIds)

const parser = syntax().freeze()

/** The same with formulas, where dollar signs may mean them. */
const parserWithMath = syntax().use(remarkMath).freeze()

/**
 * Parses the body of an article.
 *
 * @param body Markdown; what stands before the body is blanked out, so that positions are those of the file
 * @param file collects what the author probably did not mean
 * @param math what formulas are written as; "none" leaves dollar signs alone
 */
export function parseMarkdown(
  body: string,
  file: VFile = new VFile(body),
  math: Config['math'] = 'none',
): Root {
  const chosen = math === 'none' ? parser : parserWithMath
  return chosen.runSync(chosen.parse(dropReferenceDelimiters(body)), file) as Root
}
