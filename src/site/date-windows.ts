import { PAGE_SIZE } from './pages.ts'

/** A part of a site's posts, by their dates as wall-clock times of the site; those of the ends are not in it. */
export interface DateWindow {
  readonly after?: string
  readonly before?: string
}

/**
 * Parts of a site's posts that are all of them together, each once, and of about a page each. WordPress looks through the
 * texts of all posts for each page of a search anew: with ten thousand of them that takes twenty times as long as all the
 * rest of the page, and through those of a few days next to nothing.
 *
 * @param dates of as many posts as are known, in any order; the parts are all posts, whatever their dates
 */
export function dateWindows(dates: readonly string[]): DateWindow[] {
  const cuts = listCuts(dates.toSorted())
  return [...cuts, undefined].map((cut, index) => {
    const after = cuts[index - 1]
    return {
      ...(after === undefined ? {} : { after }),
      ...(cut === undefined ? {} : { before: nextSecond(cut) }),
    }
  })
}

export function isWithin(date: string, { after, before }: DateWindow): boolean {
  return (after === undefined || date > after) && (before === undefined || date < before)
}

/** The last date of each part but the last one. */
function listCuts(sorted: readonly string[]): string[] {
  const cuts: string[] = []
  let start = 0
  let possible: { readonly date: string; readonly end: number } | undefined
  for (const [index, date] of sorted.entries()) {
    if (index - start >= PAGE_SIZE && possible !== undefined) {
      cuts.push(possible.date)
      start = possible.end
      possible = undefined
    }
    if (date !== sorted[index + 1] && isPlain(date)) possible = { date, end: index + 1 }
  }
  return cuts
}

/** At night clocks are put forward and back, and WordPress reads an hour that there is not as another one. */
function isPlain(date: string): boolean {
  const hour = Number(/^\d{4}-\d\d-\d\dT(\d\d):\d\d:\d\d$/.exec(date)?.[1] ?? 0)
  return hour >= 5 && hour < 22
}

/** WordPress knows dates to the second (WP_Date_Query). */
function nextSecond(date: string): string {
  return new Date(Date.parse(`${date}Z`) + 1_000).toISOString().slice(0, 19)
}
