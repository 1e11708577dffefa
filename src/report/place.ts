import type { VFileMessage } from 'vfile-message'

/** Where a message stands: lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** The place of a message; one without any stands at the beginning of its file, one without an end is empty. */
export function placeOf({ line = 1, column = 1, place }: VFileMessage): Place {
  const end = place !== undefined && 'end' in place ? place.end : { line, column }
  return { line, column, endLine: end.line, endColumn: end.column }
}
