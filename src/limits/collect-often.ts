import { setFlagsFromString } from 'node:v8'

/** By how much the heap may grow between two collections, in percent of what was alive after the first. */
const GROWTH = 60

/**
 * Keeps the heap of this process near to what is alive in it. On a machine with much memory V8 lets it become four times
 * as large before it looks: of 1,200 articles, of which some 60 MB are alive, 250 MB. Looking earlier takes a tenth more
 * of the processor, which nobody notices who waits for pages or has thousands of articles.
 */
export function collectOften(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`)
}
