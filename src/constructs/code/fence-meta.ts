/** What an author says about a piece of code on its fence. */
export interface FenceMeta {
  readonly language: string | undefined
  readonly title: string | undefined
  /** Number of the first line where lines are numbered. */
  readonly firstLine: number | undefined
  /** Numbers of the lines that stand out, counted from 1 in what readers see. */
  readonly highlighted: ReadonlySet<number>
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
    highlighted: new Set(ranges.split(',').flatMap(readRange)),
  }
}

/** More lines than any article shows; a range is not an order to fill the memory. */
const LAST_LINE = 100_000

function readRange(text: string): number[] {
  const [, from, to = from] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(text) ?? []
  if (from === undefined) return []
  const [first, last] = [Number(from), Math.min(Number(to), LAST_LINE)]
  return last < first ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
