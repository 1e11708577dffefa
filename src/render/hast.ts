import type { Root as HastRoot } from 'hast'
import type { Root as MdastRoot } from 'mdast'
import type { Handlers } from 'mdast-util-to-hast'
import remarkRehype from 'remark-rehype'
import { type PluggableList, unified } from 'unified'
import type { Config } from '../config/types.ts'
import { headingIds } from '../constructs/headings/ids.ts'
import { constructs } from '../constructs/registry.ts'
import { boundedPlugins } from '../limits/bounded-plugins.ts'
import type { ParsedPost } from '../posts/post.ts'
import { cloneData } from '../standards/clone-data.ts'
import { loadPlugins } from './load-plugins.ts'
import { rehypeInlineRaw } from './plugins/rehype-inline-raw.ts'
import { rehypeNoncharacters } from './plugins/rehype-noncharacters.ts'
import { remarkSoftBreaks } from './plugins/remark-soft-breaks.ts'
import { rehypeSafeAddresses } from './raw-html/rehype-safe-addresses.ts'

/** Where remark-rehype's own way would not survive WordPress. */
const handlers: Handlers = {
  // The newline that follows the element by default would become a second break in WordPress (wpautop).
  break: () => ({ type: 'element', tagName: 'br', properties: {}, children: [] }),
  ...Object.fromEntries(constructs.flatMap(({ out }) => Object.entries(out?.handlers ?? {}))),
}

/** What an author's raw HTML goes through; loaded late, since most projects allow it. */
async function rawHtml({ html }: Config): Promise<PluggableList> {
  if (html === 'allow') return []
  const { remarkRawHtml } = await import('./raw-html/remark-raw-html.ts')
  if (html === 'escape') return [[remarkRawHtml, { kind: 'escape' }]]
  const { sanitizeHtml } = await import('./raw-html/sanitize.ts')
  return [[remarkRawHtml, { kind: 'sanitize', sanitize: sanitizeHtml }]]
}

declare module 'mdast' {
  interface RootData {
    /** BCP 47; absent where the article does not tell. */
    language?: string
  }
}

/** The half of the pipeline that turns an article's Markdown tree into HTML elements. */
export type ToHast = (post: ParsedPost) => Promise<HastRoot>

/** Makes the processor for a configuration; its table of contents goes on in the list of constructs. */
export async function createToHast(config: Config): Promise<ToHast> {
  const mdast = constructs.flatMap(({ out }) => out?.mdast?.(config) ?? [])
  const hast = await Promise.all(constructs.map(({ out }) => out?.hast?.(config) ?? []))
  const processor = unified()
    .use(await loadPlugins(config.plugins.remark, config))
    .use(await rawHtml(config))
    .use(
      boundedPlugins([
        [remarkSoftBreaks, constructs.flatMap(({ out }) => out?.lines ?? [])],
        ...mdast,
        [remarkRehype, { allowDangerousHtml: true, clobberPrefix: '', handlers }],
        rehypeInlineRaw,
        ...(config.html === 'allow' ? [] : [rehypeSafeAddresses]),
        ...hast.flat(),
      ]),
    )
    .use(await loadPlugins(config.plugins.rehype, config))
    .use(rehypeNoncharacters)
    .freeze()
  return async (post) => {
    // The article's own tree stays as it was read: links, checks and the preview look at it, too.
    const tree: MdastRoot = cloneData(post.tree)
    for (const [heading, id] of headingIds(tree)) {
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } }
    }
    if (post.language !== undefined) tree.data = { ...tree.data, language: post.language }
    return (await processor.run(tree, post.file)) as HastRoot
  }
}
