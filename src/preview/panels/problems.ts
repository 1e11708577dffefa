import path from 'node:path'
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { count } from '../../language/count.ts'
import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import { countMessages } from '../../report/messages.ts'
import { printable } from '../../report/printable.ts'
import { editorLink } from '../editor-link.ts'
import { panel } from '../elements.ts'

/** How many messages stand open beside an article; a longer list would push all else out of sight. */
const OPEN = 3

/** Which messages of a file are listed, and how. */
export interface ProblemListOptions {
  /** @default all of them */
  readonly only?: (message: VFileMessage) => boolean
  /** Absolute path of the project, where its files are on the reader's machine: places are links to the editor. */
  readonly root?: string | undefined
}

/** The messages of `check` about an article, each with its place in the file. */
export function problemsPanel(file: VFile, options: ProblemListOptions = {}): Element | undefined {
  const items = itemsOf(file, options)
  const rest = items.slice(OPEN)
  const content = [
    ...toList(items.slice(0, OPEN)),
    ...(rest.length === 0
      ? []
      : [
          h('details', { className: 'pv-more' }, [
            h('summary', say`${count(rest.length, 'message')} more`),
            ...toList(rest),
          ]),
        ]),
  ]
  return panel(say`Problems`, content, { id: 'pv-problems' })
}

/** The messages alone, as a list; nothing where there are none. */
export function problemList(file: VFile, options: ProblemListOptions = {}): Element[] {
  return toList(itemsOf(file, options))
}

/** "2 errors, 1 warning"; `undefined` where there is neither. */
export function summarizeProblems(file: VFile): { text: string; kind: 'error' | 'warn' } | undefined {
  const { errors, warnings } = countMessages([file])
  const parts = [
    ...(errors === 0 ? [] : [count(errors, 'error')]),
    ...(warnings === 0 ? [] : [count(warnings, 'warning')]),
  ]
  return parts.length === 0 ? undefined : { text: listItems(parts), kind: errors > 0 ? 'error' : 'warn' }
}

function toList(items: readonly Element[]): Element[] {
  return items.length === 0 ? [] : [h('ol', { className: 'pv-problems' }, [...items])]
}

/** Errors first, since only they keep an article back, each in the order of the file; what is said twice of one place stands there once. */
function itemsOf(file: VFile, { only = () => true, root }: ProblemListOptions): Element[] {
  const inOrder = file.messages
    .filter(only)
    .toSorted(
      (a, b) =>
        Number(b.fatal === true) - Number(a.fatal === true) ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0),
    )
  const once = new Map(inOrder.map((one) => [JSON.stringify([one.line, one.column, one.reason]), one]))
  return [...once.values()].map((message) => toItem(message, file.path, root))
}

function toItem(message: VFileMessage, file: string, root: string | undefined): Element {
  const { fatal, line = 1, column = 1, reason, note, ruleId } = message
  return h('li', { className: fatal === true ? 'pv-error' : 'pv-warn' }, [
    h('p', [h('strong', fatal === true ? say`Error` : say`Warning`), ` ${printable(reason)}`]),
    ...(note === undefined ? [] : [h('p', printable(note))]),
    h('p', { className: 'pv-soft' }, [
      root === undefined
        ? h('code', printable(`${file}:${line}:${column}`))
        : editorLink({ file: path.join(root, file), shown: file, line, column }),
      ` ${printable(ruleId ?? '')}`,
    ]),
  ])
}
