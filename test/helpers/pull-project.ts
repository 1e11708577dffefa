import { VFile } from 'vfile'
import { compile } from '../../src/commands/compile.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { Config } from '../../src/config/types.ts'
import type { Noted } from '../../src/content/core-notes.ts'
import { createLinkTargets } from '../../src/links/targets.ts'
import type { ParsedPost } from '../../src/posts/post.ts'
import type { PullContext } from '../../src/pull/context.ts'
import { parseMarkdown } from '../../src/render/markdown.ts'
import { fillReferences } from '../../src/render/references.ts'
import { renderPosts } from '../../src/render/render.ts'
import type { CoreFootnotes, RenderedPost } from '../../src/render/types.ts'
import { testConfig } from './config.ts'
import { captureOutput } from './output.ts'
import { renderMarkdown } from './render-markdown.ts'

export interface PullableArticle {
  readonly key: string
  /** The content as a site would have it, with invented addresses and ids. */
  readonly live: string
  /** The same with its notes in the core footnotes block, where it has such. */
  readonly core: Noted | undefined
  readonly context: PullContext
  /** What such a site has of an article with this body. */
  readonly renderCore: (body: string) => Promise<Noted | undefined>
}

const SITE = 'https://blog.example'

/** The articles of a project as a site would have them, and what is needed to bring them back. */
export async function pullableArticles(
  configFile: string,
  format: Config['format'],
): Promise<PullableArticle[]> {
  const config = { ...(await loadConfig(configFile)), format }
  const output = captureOutput()
  const { rendered } = (await compile(config, output, { strict: true })) ?? fail(output.said())
  const addresses = rendered.map(({ post }) => ({
    key: post.key,
    path: post.file.path,
    slug: post.slug,
    id: post.id,
  }))
  const targets = createLinkTargets(addresses, config)
  const hashes = [...new Set(rendered.flatMap(({ media }) => media.map(({ sha256 }) => sha256)))]
  const fill = (content: string): string =>
    fillReferences(content, ({ kind, key, value }) => {
      if (kind === 'post') return `${SITE}/read/${key}`
      return value === 'id' ? String(7 + hashes.indexOf(key)) : `${SITE}/uploads/${key.slice(0, 8)}.png`
    })
  const noted = (core: CoreFootnotes | undefined): Noted | undefined =>
    core && { content: fill(core.content), footnotes: fill(core.footnotes) }
  return rendered.map(({ post, content, core }) => {
    const renderAgain = async (body: string): Promise<RenderedPost | undefined> => {
      const changed: ParsedPost = {
        ...post,
        file: new VFile({ path: post.file.path, value: body }),
        tree: parseMarkdown(body, new VFile(body), config.math),
      }
      const [again] = await renderPosts([changed], config, (url, from) => targets(url, from.file.path))
      return again
    }
    return {
      key: post.key,
      live: fill(content),
      core: noted(core),
      renderCore: async (body) => noted((await renderAgain(body))?.core),
      context: {
        format,
        boxes: config.boxes,
        math: config.math,
        mark: config.mark,
        language: format === 'html' && post.language !== config.site.language ? post.language : undefined,
        imageWidth: (file) => (format === 'html' ? post.images.get(file)?.width.toString() : undefined),
        externalLinks: config.externalLinks,
        lightbox: config.images.lightbox,
        link: (url) => {
          const [, key, hash = ''] = /^https:\/\/blog\.example\/read\/([^#]+)(#.*)?$/.exec(url) ?? []
          return key === undefined ? undefined : `./${key}.md${hash}`
        },
        image: (url) =>
          [...post.images].find(([, { sha256 }]) => url === `${SITE}/uploads/${sha256.slice(0, 8)}.png`)?.[0],
        render: async (body) => fill((await renderAgain(body))?.content ?? ''),
      },
    }
  })
}

/** What is needed to bring back content that belongs to no project. */
export function plainContext(
  format: Config['format'],
  settings: Pick<
    Parameters<typeof testConfig>[0],
    'mark' | 'math' | 'highlight' | 'lineNumbers' | 'mermaid' | 'boxes' | 'images'
  > = {},
): PullContext {
  const config = testConfig({ ...settings, site: { url: 'https://example.org' } })
  return {
    format,
    boxes: config.boxes,
    math: config.math,
    mark: config.mark,
    externalLinks: {},
    lightbox: config.images.lightbox,
    link: () => undefined,
    image: () => undefined,
    render: async (body) => {
      const [rendered] = await renderMarkdown([body], { ...settings, format })
      return rendered?.content ?? ''
    },
  }
}

function fail(said: string): never {
  throw new Error(said)
}
