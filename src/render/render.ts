import type { Root } from 'hast'
import type { Config } from '../config/types.ts'
import { writeCoreFootnotes } from '../constructs/footnotes/core.ts'
import { plainFootnotes } from '../constructs/footnotes/plain.ts'
import { constructs } from '../constructs/registry.ts'
import { isElement } from '../content/elements.ts'
import { bounded } from '../limits/bounded.ts'
import { isFile } from '../posts/library-picture.ts'
import type { ParsedPost, Post } from '../posts/post.ts'
import type { ImageFile } from '../posts/types.ts'
import { sha256 } from '../standards/sha256.ts'
import { writeBlocks } from './blocks.ts'
import { excerptOf } from './excerpt.ts'
import { withFormulas } from './formulas.ts'
import { createToHast, type ToHast } from './hast.ts'
import { resolveImages } from './images.ts'
import { type LinkResolver, resolveLinks } from './links.ts'
import { outlineOf } from './outline.ts'
import { writePlainHtml } from './plain-html.ts'
import type { ContentTemplate, RenderedPost } from './types.ts'

/**
 * Renders articles to what WordPress stores. Addresses and ids that only a site knows stay references, so the
 * same article gives the same bytes on every machine.
 *
 * @param links says what each link means
 */
export async function renderPosts(
  posts: readonly ParsedPost[],
  config: Config,
  links: LinkResolver,
): Promise<RenderedPost[]> {
  const render = await createRender(config)
  return await Promise.all(posts.map((post) => render(post, links)))
}

/** Renders one article, as `renderPosts` does all. */
export type Render = (post: ParsedPost, links: LinkResolver) => Promise<RenderedPost>

/**
 * Makes the renderer for a configuration, for whoever renders again and again, or goes on where one article fails.
 *
 * @throws UserError (usage) where a plugin or theme of the configuration cannot be loaded; what it returns, where a
 *   plugin fails on an article
 */
export async function createRender(config: Config): Promise<Render> {
  const render = await createRenderAll(config)
  return async (post, links) => {
    const rendered = await render(post, links)
    const { content, core, withMath } = rendered
    return { ...rendered, bodyHash: sha256(JSON.stringify([content, core, withMath])) }
  }
}

type RenderBodies = (post: ParsedPost, links: LinkResolver) => Promise<Omit<RenderedPost, 'bodyHash'>>

async function createRenderAll(config: Config): Promise<RenderBodies> {
  const render = await createRenderOnce(config)
  if (config.math !== 'auto' || config.format !== 'blocks') return render
  let withMath: Promise<RenderBodies> | undefined
  return async (post, links) => {
    const rendered = await render(post, links)
    const twin = withFormulas(post)
    if (twin === undefined) return rendered
    withMath ??= createRenderOnce({ ...config, math: 'core' })
    const { content, core } = await (await withMath)(twin, links)
    return { ...rendered, withMath: { content, ...(core === undefined ? {} : { core }) } }
  }
}

async function createRenderOnce(config: Config): Promise<RenderBodies> {
  const toHast = await createToHast(config)
  return async (post, links) => await renderPost(post, config, toHast, links)
}

async function renderPost(
  post: ParsedPost,
  config: Config,
  toHast: ToHast,
  links: LinkResolver,
): ReturnType<RenderBodies> {
  const tree = await toHast(post)
  return bounded(() => write(post, tree, config, links))
}

/** From the finished tree to what WordPress stores. */
function write(
  { tree: parsed, ...post }: ParsedPost,
  tree: Root,
  config: Config,
  links: LinkResolver,
): Omit<RenderedPost, 'bodyHash'> {
  const linked = resolveLinks(tree, post, links, config)
  const pictures = resolveImages(tree, post)
  for (const { out } of constructs) out?.finish?.(tree, config)
  const excerpt = excerptOf(post, tree, config)
  const core = config.format === 'blocks' ? writeCoreFootnotes(tree, post.key) : undefined
  plainFootnotes(tree)
  if (config.format === 'html') markLanguage(tree, post, config)
  const content: ContentTemplate = config.format === 'blocks' ? writeBlocks(tree) : writePlainHtml(tree)
  return {
    post,
    outline: outlineOf(parsed),
    content,
    ...(core === undefined ? {} : { core }),
    excerpt,
    media: eachOnce(post.featuredMedia, pictures),
    links: linked,
  }
}

/**
 * Tells browsers and screen readers the language of an article that is not the site's. Blocks have no attribute
 * for it.
 */
function markLanguage(tree: Root, { language }: Post, { site }: Config): void {
  if (language === undefined || language === site.language) return
  for (const node of tree.children) if (isElement(node)) node.properties.lang ??= language
}

function eachOnce(featured: Post['featuredMedia'], pictures: readonly ImageFile[]): ImageFile[] {
  const all = featured !== undefined && isFile(featured) ? [...pictures, featured] : pictures
  return [...new Map(all.map((media) => [media.sha256, media])).values()]
}
