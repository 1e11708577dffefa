import type { Config } from '../config/types.ts'

/** What the embedded WordPress is like, so that the articles look as they will. */
export interface Blog {
  readonly title: string
  /** BCP 47 tag. */
  readonly language: string
  /** IANA name. */
  readonly timezone: string
  readonly permalink: string
}

/** The blog of a project: named as the project, or as the site that it is for. */
export function blogOf({ name, site }: Pick<Config, 'name' | 'site'>): Blog {
  const { language, timezone, permalink } = site
  return { title: name ?? new URL(site.url).host, language, timezone, permalink }
}
