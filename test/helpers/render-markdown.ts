import { VFile } from 'vfile'
import type { Config } from '../../src/config/types.ts'
import { unsaidFields } from '../../src/fields/front-matter.ts'
import { createLinkTargets } from '../../src/links/targets.ts'
import type { ParsedPost } from '../../src/posts/post.ts'
import { parseMarkdown } from '../../src/render/markdown.ts'
import { renderPosts } from '../../src/render/render.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import { type SettingsInput, testConfig } from './config.ts'

type Settings = Omit<SettingsInput, 'site'> & { readonly siteLanguage?: string }

/** Renders bodies of articles, without front matter, as the commands do. */
export async function renderMarkdown(
  bodies: readonly string[],
  { siteLanguage: language, ...settings }: Settings = {},
): Promise<RenderedPost[]> {
  const config = testConfig({ ...settings, site: { url: 'https://example.org', language } })
  const targets = createLinkTargets([], config)
  const posts = bodies.map((body, index) => toPost(body, index, config))
  return renderPosts(posts, config, (url, from) => targets(url, from.file.path))
}

/** A valid article with this body and nothing else of its own. */
function toPost(body: string, index: number, config: Config): ParsedPost {
  const key = `example-${index + 1}`
  const file = new VFile({ path: `posts/${key}.md`, value: body })
  return {
    ...unsaidFields(key),
    title: key,
    key,
    file,
    frontMatter: [],
    tree: parseMarkdown(body, file, config.math),
    id: undefined,
    language: undefined,
    pair: undefined,
    images: new Map(),
  }
}
