import { pathToFileURL } from 'node:url'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { printable } from '../report/printable.ts'

/** A place in a file of this machine. */
export interface Place {
  /** Absolute path. */
  readonly file: string
  /** The path as messages name it. */
  readonly shown: string
  /** From 1, and so the column. */
  readonly line: number
  readonly column: number
}

/** Opens the editor at a place (code.visualstudio.com/docs/editor/command-line, "Opening VS Code with URLs"). */
export function editorLink({ file, shown, line, column }: Place): Element {
  const href = `vscode://file${pathToFileURL(file).pathname}:${line}:${column}`
  return h('a', { href, target: '_top' }, [h('code', printable(`${shown}:${line}:${column}`))])
}
