import { findField, itemsOf } from '../posts/draft.ts'
import type { FrontMatterKey } from '../posts/front-matter-keys.ts'
import { termKey } from '../posts/terms.ts'
import type { RenderedPost } from '../render/types.ts'

/** Where an article names something in its front matter, as people and editors read it: `posts/a.md:5:3`. */
export type Where = (key: string, field: FrontMatterKey, name?: string) => string

/** @returns the path alone where the front matter does not say it */
export function createWhere(rendered: readonly RenderedPost[]): Where {
  const posts = new Map(rendered.map(({ post }) => [post.key, post]))
  return (key, field, name) => {
    const post = posts.get(key)
    if (post === undefined) return key
    const item =
      name === undefined
        ? undefined
        : itemsOf(post.frontMatter, field).find(({ text }) => termKey(text) === termKey(name))
    const place = item?.place ?? findField(post.frontMatter, field)?.valuePlace
    return place === undefined
      ? post.file.path
      : `${post.file.path}:${place.start.line}:${place.start.column}`
  }
}
