import { location } from 'vfile-location'
import { DIALECTS } from '../../constructs/boxes/dialects.ts'
import { BOX_NAMES } from '../../constructs/boxes/names.ts'
import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import { closest } from '../../limits/closest.ts'
import { literalText } from '../literal-text.ts'
import type { ContentRule, Fix } from '../rule.ts'

export const boxName: ContentRule = {
  id: 'box-name',
  severity: 'error',
  summary: say`A box has a name that is built in or configured.`,
  begin(_, { config }, report) {
    const names = [...BOX_NAMES, ...Object.keys(config.boxes.kinds)]
    return {
      containerDirective({ name, position }) {
        if (names.includes(name)) return
        const near =
          (name === 'message' ? 'note' : undefined) ??
          closest(name.toLowerCase(), names, Math.ceil(name.length / 2))
        report({
          reason: say`There is no box ":::${name}".`,
          place: position,
          note:
            near === undefined
              ? say`Use one of ${listItems(names)}, or add it to "boxes" in wp.config.json.`
              : say`Did you mean ":::${near}"?`,
          suggestion: near,
        })
      },
    }
  },
}

export const boxClosed: ContentRule = {
  id: 'box-closed',
  severity: 'error',
  summary: say`Every box is closed with a line ":::".`,
  begin({ source }, _, report) {
    const text = String(source.file)
    return {
      containerDirective({ name, position }) {
        const written = text.slice(position?.start.offset, position?.end.offset)
        // GitHub's alerts are boxes, too, but end with their quote.
        if (!written.startsWith(':::') || isClosed(written)) return
        report({
          reason: say`The box ":::${name}" is never closed.`,
          place: position,
          note: say`Add a line ":::" where it ends; of boxes in each other the outer one has more colons.`,
        })
      },
    }
  },
}

export const boxSyntax: ContentRule = {
  id: 'box-syntax',
  severity: 'error',
  summary: say`What begins with ":::" is a box, and no plain text.`,
  begin({ source }, { config }, report) {
    const names = [...BOX_NAMES, ...Object.keys(config.boxes.kinds)]
    const text = String(source.file)
    if (!text.includes(':::')) return {}
    const places = location(text)
    return {
      paragraph(paragraph) {
        const { position } = paragraph
        const start = position?.start.offset ?? 0
        if (!text.slice(start, position?.end.offset).includes(':::')) return
        // The end of such a box stands in the same paragraph, and is mended with it.
        const match = LINE.exec(literalText(paragraph, text))
        if (match === null) return
        const [line, before = '', , name = '', rest = ''] = match
        const title = titleOf(rest)
        const from = start + match.index + before.length
        const meant = DIALECTS.get(`${name} ${title}`)
        const [point, end] = [places.toPoint(from), places.toPoint(start + match.index + line.length)]
        report({
          reason: say`"${text.slice(from, from + line.length - before.length).trimEnd()}" is no box, but plain text.`,
          place:
            match.index === 0 || point === undefined || end === undefined ? position : { start: point, end },
          note:
            name === ''
              ? say`Remove it, or open a box with ":::note" before it.`
              : openingNote(
                  `:::${meant ?? name}${title === '' || meant !== undefined ? '' : `[${title}]`}`,
                  isIndented(before),
                ),
          // Of a line that stands too deep nothing would come right.
          fix:
            !isIndented(before) && (meant !== undefined || names.includes(name))
              ? openingFix(text, from, meant)
              : undefined,
        })
      },
    }
  },
}

/** A line that begins as a box does; groups: what stands before its signs, the signs, a name, a title. */
const LINE = /^([ \t>]*)(:{3,})[ \t]*([\p{L}\d_-]*)[ \t]*([^\r\n]*)/mu

/** The title of a box as it was meant, with its own brackets where these are pairs (a label, as in a link: CommonMark 0.31, 6.3). */
function titleOf(rest: string): string {
  const title = rest.trim().replace(/^\[(.*)\]$/, '$1')
  let open = 0
  const isPaired = [...title].every((character) => {
    if (character === '[') open += 1
    if (character === ']') open -= 1
    return open >= 0
  })
  return isPaired && open === 0 ? title : title.replace(/[[\]]/g, '')
}

/** True where so many blanks stand before the signs that no construct begins behind them (CommonMark 0.31, 4.4 and 5.1). */
function isIndented(before: string): boolean {
  return /(?: {4}|\t)[ \t]*$/.test(before)
}

/** True where the last of several lines is colons. */
function isClosed(written: string): boolean {
  const before = Math.max(written.lastIndexOf('\n'), written.lastIndexOf('\r'))
  return before !== -1 && /^[ \t>]*:{3,}[ \t]*$/.test(written.slice(before + 1))
}

/**
 * Joins the name to the colons and puts brackets around the title, where the line holds nothing else.
 *
 * @param meant the box that another program's name and word mean, in place of both
 */
function openingFix(text: string, start: number, meant?: string): Fix | undefined {
  const [line = ''] = text.slice(start).split(/[\r\n]/, 1)
  const [, colons, name, title] =
    /^(:{3,})[ \t]*([\p{L}\d_-]+)(?:[ \t]([^[\]{}]+))?$/u.exec(line.replace(/[ \t]+$/, '')) ?? []
  if (colons === undefined || name === undefined) return undefined
  return {
    start,
    end: start + line.length,
    text: colons + (meant ?? `${name}${title === undefined ? '' : `[${title.trimStart()}]`}`),
  }
}

function openingNote(line: string, isTooDeep: boolean): string {
  return isTooDeep
    ? say`Write "${line}" alone on its line, without the blanks before it.`
    : say`Write "${line}" alone on its line.`
}
