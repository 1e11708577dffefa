import type { FrontMatterKey } from '../../posts/front-matter-keys.ts'

/** What keys of other programs are called here; of a key inside of a map its path. */
export const KEY_MEANINGS: Readonly<Record<string, FrontMatterKey>> = {
  description: 'excerpt',
  summary: 'excerpt',
  topics: 'tags',
  tag: 'tags',
  category: 'categories',
  published: 'status',
  draft: 'status',
  private: 'status',
  ignorePublish: 'status',
  published_at: 'publish_at',
  publishDate: 'publish_at',
  pubDate: 'date',
  pubDatetime: 'date',
  heroImage: 'featured_image',
  featuredImage: 'featured_image',
  coverImage: 'featured_image',
  cover: 'featured_image',
  'cover.image': 'featured_image',
  'cover.src': 'featured_image',
  image: 'featured_image',
  'image.path': 'featured_image',
  'image.src': 'featured_image',
  'image.url': 'featured_image',
  eyecatch: 'featured_image',
  language: 'lang',
}

/** Keys of other programs that look like a slip of one of ours. */
export const LOOKALIKES: readonly string[] = ['authors', 'formats', 'editor', 'titles', 'slugs']
