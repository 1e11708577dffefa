import type { Root as HastRoot } from 'hast'
import type { Root as MdastRoot } from 'mdast'
import type { Handlers } from 'mdast-util-to-hast'
import { defListHastHandlers } from 'remark-definition-list'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { Config } from '../config/types.ts'
import type { Post } from '../posts/types.ts'
import { createHighlighter } from './code/highlighter.ts'
import { headingIds } from './headings.ts'
import { loadPlugins } from './load-plugins.ts'
import { rehypeCode } from './plugins/rehype-code.ts'
import { rehypeInlineRaw } from './plugins/rehype-inline-raw.ts'
import { rehypeMath } from './plugins/rehype-math.ts'
import { rehypeTables } from './plugins/rehype-tables.ts'
import { remarkBoxes } from './plugins/remark-boxes.ts'
import { remarkContents } from './plugins/remark-contents.ts'
import { remarkDetails } from './plugins/remark-details.ts'
import { remarkSoftBreaks } from './plugins/remark-soft-breaks.ts'
import { remarkTaskLists } from './plugins/remark-task-lists.ts'

/** Where remark-rehype's own way would not survive WordPress. */
const handlers: Handlers = {
  // The newline that follows the element by default would become a second break in WordPress (wpautop).
  ...defListHastHandlers,
  break: () => ({ type: 'element', tagName: 'br', properties: {}, children: [] }),
}

declare module 'mdast' {
  interface RootData {
    /** BCP 47; absent where the article does not tell. */
    language?: string
  }
}

/** The half of the pipeline that turns an article's Markdown tree into HTML elements. */
export type ToHast = (post: Post) => Promise<HastRoot>

/** Makes the processor for a configuration; the list of plugins is the table of contents. */
export async function createToHast(config: Config): Promise<ToHast> {
  const highlighter = config.highlight === 'shiki' ? await createHighlighter(config) : undefined
  const processor = unified()
    .use(await loadPlugins(config.plugins.remark, config))
    .use(remarkSoftBreaks)
    .use(remarkTaskLists)
    .use(remarkContents, config.toc)
    .use(remarkDetails, config.site.language)
    .use(remarkBoxes, config.boxes)
    .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '', handlers })
    .use(rehypeInlineRaw)
    .use(rehypeTables, config.tables)
    .use(rehypeMath, config.math)
    .use(rehypeCode, config, highlighter)
    .use(await loadPlugins(config.plugins.rehype, config))
    .freeze()
  return async (post) => {
    // The article's own tree stays as it was read: links, checks and the preview look at it, too.
    const tree: MdastRoot = structuredClone(post.tree)
    for (const [heading, id] of headingIds(tree)) {
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } }
    }
    if (post.language !== undefined) tree.data = { ...tree.data, language: post.language }
    return (await processor.run(tree, post.file)) as HastRoot
  }
}
