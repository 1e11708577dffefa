/** UTF-16 units that are segmented at a time: the time that Node 20 takes grows with the square of them. */
const AT_ONCE = 1000

const SEGMENTERS = {
  grapheme: new Intl.Segmenter(undefined, { granularity: 'grapheme' }),
  word: new Intl.Segmenter('ja', { granularity: 'word' }),
} as const

/**
 * The characters or words of a text, one after another (UAX 29); joined they are the text again. The time is in
 * proportion to the length. A word beside the end of a stretch that is longer than any sentence can be parted.
 */
export function* segments(text: string, granularity: keyof typeof SEGMENTERS): Iterable<string> {
  let start = 0
  while (start < text.length) {
    const isLast = start + AT_ONCE >= text.length
    const stretch = text.slice(start, start + AT_ONCE)
    const found: string[] = []
    for (const { segment } of SEGMENTERS[granularity].segment(stretch)) found.push(segment)
    // What ends with the stretch may go on behind it.
    const open = isLast || found.length === 1 ? '' : (found.pop() ?? '')
    yield* found
    start += stretch.length - open.length
  }
}
