import type { Element } from 'hast'
import { h } from 'hastscript'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { countMessages } from '../../report/messages.ts'
import { printable } from '../../report/printable.ts'
import { panel } from '../elements.ts'

/** The messages of `check` about an article, each with its place in the file. */
export function problemsPanel(file: VFile): Element | undefined {
  return panel('Problems', problemList(file), { id: 'pv-problems' })
}

/** The messages alone, as a list; nothing where there are none. */
export function problemList(file: VFile): Element[] {
  if (file.messages.length === 0) return []
  const inOrder = file.messages.toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  )
  return [
    h(
      'ol',
      { className: 'pv-problems' },
      inOrder.map((message) => toItem(message, file.path)),
    ),
  ]
}

/** "2 errors, 1 warning"; `undefined` where there is neither. */
export function summarizeProblems(file: VFile): { text: string; kind: 'error' | 'warn' } | undefined {
  const { errors, warnings } = countMessages([file])
  const parts = [
    ...(errors === 0 ? [] : [errors === 1 ? '1 error' : `${errors} errors`]),
    ...(warnings === 0 ? [] : [warnings === 1 ? '1 warning' : `${warnings} warnings`]),
  ]
  return parts.length === 0 ? undefined : { text: parts.join(', '), kind: errors > 0 ? 'error' : 'warn' }
}

function toItem({ fatal, line, column, reason, note, ruleId }: VFileMessage, path: string): Element {
  return h('li', { className: fatal === true ? 'pv-error' : 'pv-warn' }, [
    h('p', [h('strong', fatal === true ? 'Error' : 'Warning'), ` ${printable(reason)}`]),
    ...(note === undefined ? [] : [h('p', printable(note))]),
    h('p', { className: 'pv-soft' }, [
      h('code', printable(`${path}:${line ?? 1}:${column ?? 1}`)),
      ` ${printable(ruleId ?? '')}`,
    ]),
  ])
}
