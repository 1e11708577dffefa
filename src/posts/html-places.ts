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
  const toFile = (offset: number): number | undefined => {
    const point = inner.toPoint(offset)
    if (point === undefined || first?.offset === undefined) return undefined
    if (point.line === 1) return first.offset + offset
    const start = places.toOffset({ line: first.line + point.line - 1, column: 1 })
    const from = inner.toOffset({ line: point.line, column: 1 })
    if (start === undefined || from === undefined) return undefined
    const line = lineAt(value, from)
    const written = lineAt(text, start)
    return written.endsWith(line) ? start + written.length - line.length + (offset - from) : undefined
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
