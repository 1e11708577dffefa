import path from 'node:path'
import { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { bounded } from '../limits/bounded.ts'
import { createLinkTargets } from '../links/targets.ts'
import type { ParsedPost, Post } from '../posts/post.ts'
import { parsePost } from '../posts/read.ts'
import type { ImageFile, PostAddress } from '../posts/types.ts'
import { parseMarkdown } from '../render/markdown.ts'
import { fillReferences } from '../render/references.ts'
import { renderPosts } from '../render/render.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Attachment } from '../site/types.ts'
import { decodePercent } from '../standards/percent.ts'
import type { PullContext } from './context.ts'
import { noteLabels } from './footnotes.ts'

/** A picture that is both on the site and in the project. */
export interface SharedPicture {
  readonly attachment: Attachment
  readonly media: ImageFile
}

/** What all articles of one pull share. */
export interface PullWorld {
  readonly config: Config
  /** Every article here and to come. */
  readonly addresses: readonly PostAddress[]
  /** Where each article is read, by its key. */
  readonly permalinks: ReadonlyMap<string, string>
  readonly pictures: readonly SharedPicture[]
  /** Whether the site has the math block, as far as anything tells. */
  readonly hasMath: boolean
}

export interface ArticleContext extends PullContext {
  readonly renderPost: (body: string) => Promise<RenderedPost>
}

/** The context of one article: what its links and pictures are written as, and what a body of it is published as. */
export function makeContext(
  post: Post,
  { config: configured, addresses, permalinks, pictures, hasMath }: PullWorld,
): ArticleContext {
  const config =
    configured.math === 'auto' ? withMath(configured, hasMath && configured.format === 'blocks') : configured
  const targets = createLinkTargets(addresses, config)
  const folder = path.posix.dirname(post.file.path)
  const relative = (file: string): string => path.posix.relative(folder, file)
  const paths = new Map(
    addresses.flatMap(({ key, path: file }) => {
      const link = permalinks.get(key)
      const to = relative(file)
      return link === undefined ? [] : [[link, to.startsWith('.') ? to : `./${to}`] as const]
    }),
  )
  const images = new Map([
    ...post.images,
    ...pictures.map(({ media }): [string, ImageFile] => [relative(media.path), media]),
  ])
  const renderPost = async (body: string): Promise<RenderedPost> => {
    const file = new VFile({ path: post.file.path, value: body })
    const changed: ParsedPost = {
      ...post,
      file,
      tree: bounded(() => parseMarkdown(body, file, config.math)),
      images,
    }
    const [rendered] = await renderPosts([changed], config, (url, from) => targets(url, from.file.path))
    if (rendered === undefined) throw new Error(`${post.file.path} was not rendered`)
    return rendered
  }
  const name = path.posix.relative(configured.posts, post.file.path)
  const labels = noteLabels(parsePost(name, String(post.file), configured).tree)
  return {
    format: config.format,
    boxes: config.boxes,
    math: config.math,
    mark: config.mark,
    language: config.format === 'html' && post.language !== config.site.language ? post.language : undefined,
    externalLinks: config.externalLinks,
    lightbox: config.images.lightbox,
    label: (identifier) => labels.get(identifier),
    link: (url) => {
      const [, address = '', hash = ''] = /^([^#]*)(#.*)?$/.exec(url) ?? []
      const file = paths.get(address)
      return file === undefined ? undefined : file + decodeHash(hash)
    },
    image: (url, id) => {
      const found = pictures.find(({ attachment }) => attachment.id === id && attachment.url === url)
      return found === undefined ? undefined : relative(found.media.path)
    },
    imageWidth: (file) => (config.format === 'html' ? images.get(file)?.width.toString() : undefined),
    renderPost,
    render: async (body) =>
      fillReferences((await renderPost(body)).content, (reference) => {
        if (reference.kind === 'post') return permalinks.get(reference.key)
        const attachment = pictures.find(({ media }) => media.sha256 === reference.key)?.attachment
        return reference.value === 'id' ? attachment?.id.toString() : attachment?.url
      }),
  }
}

/** What "auto" means on a site. */
function withMath(config: Config, hasMath: boolean): Config {
  return { ...config, math: hasMath ? 'core' : 'none' }
}

function decodeHash(hash: string): string {
  const decoded = decodePercent(hash)
  return /[\s()<>]/.test(decoded) ? hash : decoded
}
