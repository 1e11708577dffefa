/** The front matter's keys and their other spellings. */
export const KEY_ALIASES = {
  title: [],
  date: [],
  publish_at: [],
  categories: [],
  tags: [],
  status: [],
  slug: [],
  featured_image: ['thumbnail'],
  excerpt: [],
  id: [],
  author: [],
  sticky: [],
  comment_status: [],
  format: [],
  lang: [],
  pair: [],
  series: [],
  pulled: [],
} as const satisfies Record<string, readonly string[]>

export type FrontMatterKey = keyof typeof KEY_ALIASES
