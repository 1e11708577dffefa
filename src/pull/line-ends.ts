import { diffArrays } from 'diff'

/** A text whose lines all end in `\n`, as everything that edits it takes for granted. */
export function withPlainEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/**
 * Gives an edited text the line ends of the one that it was made of: each line that stayed has its own, what took a
 * line's place has that of the line, and what was added that of the line before.
 *
 * @param own the text before, its lines ending as they do
 * @param changed the text after, its lines ending in `\n`
 */
export function restoreEnds(own: string, changed: string): string {
  if (!own.includes('\r')) return changed
  const lines = own.split(/\r\n|\n|\r/)
  const ends = own.match(/\r\n|\n|\r/g) ?? []
  const after = changed.split('\n')
  const found = sources(lines, after).map((line) => (line === undefined ? undefined : ends[line]))
  let end = found.find((one) => one !== undefined) ?? ends[0] ?? '\n'
  return after
    .map((line, index) => {
      end = found[index] ?? end
      return index === after.length - 1 ? line : line + end
    })
    .join('')
}

/** For each line after, the index of the line before that it is or takes the place of. */
function sources(before: readonly string[], after: readonly string[]): (number | undefined)[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const found: (number | undefined)[] = after.map((_, index) => {
    if (index < start) return index
    return index >= after.length - end ? index + before.length - after.length : undefined
  })

  let [old, now, removed] = [start, start, 0]
  const middle = diffArrays(before.slice(start, before.length - end), after.slice(start, after.length - end))
  for (const part of middle) {
    const { count = 0 } = part
    if (part.removed) {
      removed = count
      old += count
      continue
    }
    for (let step = 0; step < count; step += 1) {
      if (!part.added) found[now + step] = old + step
      // The last line of what was written anew ends as the last line that it stands for did.
      else if (removed > 0)
        found[now + step] = old - removed + (step === count - 1 ? removed - 1 : Math.min(step, removed - 1))
    }
    now += count
    if (!part.added) old += count
    removed = 0
  }
  return found
}
