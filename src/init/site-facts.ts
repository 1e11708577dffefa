import { isTimezone } from '../config/timezone.ts'
import { say } from '../language/say.ts'
import { inferPermalink } from '../links/infer-permalink.ts'
import type { Site } from '../site/site.ts'
import type { RemotePost, RemoteTerm } from '../site/types.ts'
import type { Choice } from './choice.ts'

/** What a site tells of itself that matters to a new folder. */
export interface SiteKnowledge {
  readonly home: string
  readonly terms: readonly RemoteTerm[]
  readonly posts: readonly RemotePost[]
  /** The names among those that were asked for that are users of the site. */
  readonly authors: ReadonlySet<string>
  readonly timezone: string
  readonly gmtOffset: number
}

/** Reads a site; nothing there changes. */
export async function readSiteKnowledge(site: Site, authors: readonly string[]): Promise<SiteKnowledge> {
  const { home, timezone, gmtOffset } = site.facts
  const known: string[] = []
  for (const name of authors) {
    // A user who may not look others up knows nobody.
    const id = await site.findAuthor(name).catch(() => undefined)
    if (id !== undefined) known.push(name)
  }
  return {
    home,
    timezone,
    gmtOffset,
    terms: await site.listTerms('category'),
    posts: await site.listPosts(),
    authors: new Set(known),
  }
}

/** Time zone and addresses as the site has them. */
export function chooseSite({ home, posts, timezone, gmtOffset }: SiteKnowledge): Choice[] {
  const zone = isTimezone(timezone) ? timezone : zoneOf(gmtOffset)
  const permalink = inferPermalink(posts, home)
  return [
    { path: ['site', 'url'], value: home, why: say`The site calls itself so.` },
    ...(zone === undefined
      ? []
      : [
          {
            path: ['site', 'timezone'],
            value: zone,
            why:
              timezone === zone
                ? say`The time zone of the site.`
                : say`The site is at UTC${signed(gmtOffset)}.`,
          },
        ]),
    ...(permalink === undefined
      ? []
      : [{ path: ['site', 'permalink'], value: permalink, why: say`The addresses of its posts follow it.` }]),
  ]
}

/** A zone without summer time; WordPress knows a site at a fixed offset by the hours alone. */
function zoneOf(gmtOffset: number): string | undefined {
  if (gmtOffset === 9) return 'Asia/Tokyo'
  if (gmtOffset === 0) return 'UTC'
  // POSIX counts west of Greenwich.
  return Number.isInteger(gmtOffset) ? `Etc/GMT${signed(-gmtOffset)}` : undefined
}

function signed(hours: number): string {
  return hours < 0 ? String(hours) : `+${hours}`
}
