/** What an author says about a piece of code on its fence. */
export interface FenceMeta {
  readonly language: string | undefined
  readonly title: string | undefined
  /** Number of the first line where lines are numbered. */
  readonly firstLine: number | undefined
  /** Numbers of the lines that stand out, counted from 1 in what readers see. */
  readonly highlighted: { readonly has: (line: number) => boolean }
}

const LANGUAGE = /^[\p{L}\p{N}_+#.-]+$/u

/**
 * Reads a fence in the dialect of Docusaurus and rehype-pretty-code, `ts title="a.ts" showLineNumbers {1,3-5}`,
 * and of Zenn and Qiita, `ts:a.ts`; numbering begins elsewhere with `showLineNumbers{10}` or `=10`. Anything
 * else is left to other tools.
 *
 * @param first the word that CommonMark takes for the language
 * @param rest what stands behind it
 */
export function readFenceMeta(first: string, rest: string): FenceMeta {
  const [, beforeColon = first, afterColon] = /^([^:]*):(.+)$/.exec(first) ?? []
  const language = LANGUAGE.test(beforeColon) ? beforeColon : undefined
  // Without a language the first word belongs to the rest.
  const meta = language === undefined && afterColon === undefined ? `${first} ${rest}` : rest
  const title = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)'|(\S+))/
    .exec(meta)
    ?.slice(1)
    .find((value) => value !== undefined)
  const numbers = /(?:^|\s)showLineNumbers(?:\{(\d+)\}|=(\d+))?(?=\s|\{|$)/.exec(meta)
  const ranges = /(?:^|\s)\{([\d,\s-]+)\}/.exec(meta)?.[1] ?? ''
  return {
    language,
    title: title || afterColon,
    firstLine: numbers === null ? undefined : Number(numbers[1] ?? numbers[2] ?? 1),
    highlighted: linesIn(ranges.split(',').flatMap(readRange)),
  }
}

type Range = readonly [first: number, last: number]

function readRange(text: string): Range[] {
  const [, from, to = from] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(text) ?? []
  return from === undefined || Number(to) < Number(from) ? [] : [[Number(from), Number(to)]]
}

/** Numbers by their ranges, however many there are. */
function linesIn(ranges: readonly Range[]): FenceMeta['highlighted'] {
  const joined: Range[] = []
  for (const [first, last] of ranges.toSorted(([a], [b]) => a - b)) {
    const before = joined.at(-1)
    if (before === undefined || first > before[1]) joined.push([first, last])
    else joined[joined.length - 1] = [before[0], Math.max(before[1], last)]
  }
  return {
    has: (line) => {
      let [low, high] = [0, joined.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((joined[middle]?.[1] ?? 0) < line) low = middle + 1
        else high = middle
      }
      return (joined[low]?.[0] ?? Number.POSITIVE_INFINITY) <= line
    },
  }
}
