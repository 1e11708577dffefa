/** What visitors saw of one post at some moment, and by which request it had come to that. */
interface Sight {
  readonly after: string
  readonly id: number
  readonly slug: string
  /** Everything else. */
  readonly text: string
}

export interface PublicWatch {
  /** Looks at everything public now. */
  readonly look: (after: string) => Promise<void>
  /** Forgets what was seen. */
  readonly forget: () => void
  /** Forgets what was seen, and takes what is public now for right. */
  readonly accept: () => Promise<void>
  /**
   * What visitors saw that they should never have seen: a post that was not yet as it is now, a picture that did
   * not load, a reference that was not filled in, an address that it has neither at the beginning nor at the end.
   */
  readonly faults: () => Promise<string[]>
  /** Of these, what no state at the end could excuse: pictures that did not load, references that were not filled in. */
  readonly broken: () => readonly string[]
  /** The posts that are public now with links to their own site that lead nowhere. */
  readonly deadLinks: () => Promise<DeadLink[]>
}

export interface DeadLink {
  /** Id of the post with the link. */
  readonly id: number
  readonly href: string
  readonly status: number
}

/** WordPress numbers boxes and the like through each answer, so that a post before them changes their names. */
const NUMBERED = /\bwp-(?:container|elements)-[\w-]+/g

/** Watches a WordPress as a visitor without a login does. */
export function watchPublicSide(url: string): PublicWatch {
  let sights: Sight[] = []
  let broken: string[] = []
  const loaded = new Set<string>()
  let right: readonly Sight[] = []

  const read = async (after: string): Promise<Sight[]> => {
    const fields = 'id,slug,date,title,content,excerpt,categories,tags,featured_media'
    const response = await fetch(`${url}/index.php?rest_route=/wp/v2/posts&per_page=100&_fields=${fields}`)
    const posts = (await response.json()) as { id: number; slug: string }[]
    return posts.map(({ id, slug, ...others }) => ({
      after,
      id,
      slug,
      text: JSON.stringify(others).replace(NUMBERED, 'wp-numbered'),
    }))
  }
  const forget = (): void => {
    sights = []
    broken = []
    loaded.clear()
    right = []
  }
  return {
    look: async (after) => {
      const seen = await read(after)
      for (const { id, text } of seen) {
        if (/[\uFDD0\uFDD1]/.test(text)) broken.push(`${after}: post ${id} holds an open reference`)
        for (const [, src = ''] of text.matchAll(/<img[^>]* src=\\"([^"\\]+)/g)) {
          if (loaded.has(src)) continue
          const { status } = await fetch(src, { method: 'HEAD' })
          if (status === 200) loaded.add(src)
          else broken.push(`${after}: post ${id} shows ${src}, which answers ${status}`)
        }
      }
      sights.push(...seen)
    },
    forget,
    accept: async () => {
      forget()
      right = await read('')
    },
    faults: async () => {
      const known = [...right, ...(await read(''))]
      const knows = (sight: Sight, what: 'text' | 'slug'): boolean =>
        known.some((other) => other.id === sight.id && other[what] === sight[what])
      const early = sights.filter((sight) => !knows(sight, 'text'))
      const astray = sights.filter((sight) => !knows(sight, 'slug'))
      return [
        ...broken,
        ...early.map(({ after, id }) => `${after}: post ${id} was public before it was complete`),
        ...astray.map(({ after, id, slug }) => `${after}: post ${id} was public at ${slug}`),
      ]
    },
    broken: () => broken,
    deadLinks: async () => {
      const posts = await read('')
      const statuses = new Map<string, number>()
      const dead: DeadLink[] = []
      for (const { id, text } of posts) {
        for (const [, href = ''] of text.matchAll(/<a [^>]*href=\\"([^"\\#]+)/g)) {
          if (!href.startsWith(`${url}/`)) continue
          const status = statuses.get(href) ?? (await fetch(href)).status
          statuses.set(href, status)
          if (status !== 200) dead.push({ id, href, status })
        }
      }
      return dead
    },
  }
}
