import { closestMatch } from 'leven'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'

/** The boxes that need no configuration. */
export const BOX_NAMES: readonly string[] = ['note', 'warning', 'step', 'example', 'conclusion']

/** Reports boxes that would come out as plain text: misspelt, never closed, or with a title outside brackets. */
export function reportBoxes(tree: Root, file: VFile, configured: readonly string[]): void {
  const names = [...BOX_NAMES, ...configured]
  const report = (
    place: Root['position'],
    ruleId: string,
    reason: string,
    note: string,
    expected?: string,
  ): void => {
    const message = file.message(reason, { place, ruleId, source: 'rensai' })
    message.fatal = true
    message.note = note
    message.expected = expected === undefined ? [] : [expected]
  }
  visit(tree, 'containerDirective', ({ name, position }) => {
    if (!names.includes(name)) {
      const near = closestMatch(name.toLowerCase(), names, { maxDistance: 3 })
      const note =
        near === undefined
          ? `Use one of ${names.join(', ')}, or add it to "boxes" in wp.config.json.`
          : `Did you mean ":::${near}"?`
      report(position, 'box-name', `There is no box ":::${name}".`, note, near)
    }
    const source = String(file).slice(position?.start.offset, position?.end.offset)
    // GitHub's alerts are boxes, too, but end with their quote.
    if (source.startsWith(':::') && !/\n[ \t>]*:{3,}[ \t]*$/.test(source)) {
      report(
        position,
        'box-closed',
        `The box ":::${name}" is never closed.`,
        'Add a line ":::" where it ends.',
      )
    }
  })
  visit(tree, 'paragraph', ({ children: [first], position }) => {
    if (first?.type !== 'text' || !first.value.startsWith(':::')) return
    const [, name = '', title = ''] = /^:::+[ \t]*([\p{L}\d_-]*)[ \t]*([^\n]*)/u.exec(first.value) ?? []
    const note =
      name === ''
        ? 'Remove it, or open a box with ":::note" before it.'
        : `Write ":::${name}${title === '' ? '' : `[${title}]`}" alone on its line.`
    report(position, 'box-syntax', `"${first.value.split('\n', 1)[0]}" is no box, but plain text.`, note)
  })
}
