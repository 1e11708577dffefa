/**
 * Where each thing that is opened is closed again.
 *
 * @param changes how much each piece opens, or closes where it is negative
 * @returns for a piece that opens something, the index of the first piece behind it with which all that it opened is
 *   closed; -1 for one that is never closed, or opens nothing
 */
export function closingIndexes(changes: readonly number[]): number[] {
  const closings = changes.map(() => -1)
  const open: { readonly index: number; readonly below: number }[] = []
  let depth = 0
  changes.forEach((change, index) => {
    const below = depth
    depth += change
    for (let last = open.at(-1); last !== undefined && depth <= last.below; last = open.at(-1)) {
      closings[last.index] = index
      open.pop()
    }
    if (change > 0) open.push({ index, below })
  })
  return closings
}
