import type { Html } from 'mdast'
import type { Position } from 'unist'
import { location } from 'vfile-location'

/** Where a part of a piece of raw HTML stands in its file; offsets are UTF-16 units of its value, `end` exclusive. */
export type HtmlPlaces = (start: number, end: number) => Position | undefined

/**
 * Makes the function that finds parts of a piece of raw HTML again. In a quote or a list its value lacks what begins
 * each line there, so that offsets alone do not tell.
 *
 * @param text of the whole file
 * @returns one that gives the place of the whole piece where its lines are not those of the file
 */
export function htmlPlaces(
  { value, position }: Html,
  text: string,
  places: ReturnType<typeof location>,
): HtmlPlaces {
  const inner = location(value)
  const first = position?.start
  // Many parts may stand in one long line, which is looked at once.
  let known: { readonly line: number; readonly shift: number | undefined } | undefined
  const shiftOf = (line: number): number | undefined => {
    if (line === 1) return first?.offset
    if (known?.line !== line) known = { line, shift: shiftBetween(line) }
    return known.shift
  }
  const shiftBetween = (line: number): number | undefined => {
    const start = places.toOffset({ line: (first?.line ?? 0) + line - 1, column: 1 })
    const from = inner.toOffset({ line, column: 1 })
    if (start === undefined || from === undefined) return undefined
    const [written, own] = [lineAt(text, start), lineAt(value, from)]
    return written.endsWith(own) ? start + written.length - own.length - from : undefined
  }
  const toFile = (offset: number): number | undefined => {
    const line = inner.toPoint(offset)?.line
    const shift = line === undefined ? undefined : shiftOf(line)
    return shift === undefined ? undefined : offset + shift
  }
  return (start, end) => {
    const [from, to] = [toFile(start), toFile(end)].map((offset) =>
      offset === undefined ? undefined : places.toPoint(offset),
    )
    return from === undefined || to === undefined ? position : { start: from, end: to }
  }
}

function lineAt(text: string, start: number): string {
  const end = /[\r\n]|$/g
  end.lastIndex = start
  return text.slice(start, end.exec(text)?.index)
}
