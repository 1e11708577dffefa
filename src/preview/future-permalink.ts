import type { Config } from '../config/types.ts'
import type { Post } from '../posts/post.ts'
import { own } from '../standards/own.ts'

/**
 * Where an article will be read, as far as that is known before it is published, and as people read it: nothing
 * is percent-encoded.
 *
 * The tags are those of WordPress's permalink structures (WP_Rewrite::$rewritecode). What only the site knows,
 * such as the id of a new post, stays as its tag.
 */
export function futurePermalink(post: Post, { site }: Config): string {
  const [year, month, day, hour, minute, second] = post.date?.split(/[-T:]/) ?? []
  const values: Readonly<Record<string, string | undefined>> = {
    postname: post.slug,
    post_id: post.id === undefined ? undefined : String(post.id),
    category: post.categories[0]?.slug,
    year,
    monthnum: month,
    day,
    hour,
    minute,
    second,
  }
  return site.url + site.permalink.replace(/%([a-z_]+)%/g, (tag, name: string) => own(values, name) ?? tag)
}
