import type { VFile } from 'vfile'
import { joinSentences } from '../language/sentences.ts'
import { type MessageJson, messagesToJson } from './messages.ts'
import { oneLine } from './printable.ts'

/**
 * Messages as compilers print them, which editors read: the problem matchers of VS Code, the quickfix list of Vim, the
 * compilation mode of Emacs. Each is one line, `posts/a.md:3:1: error: What is wrong. What to do. [rule]`, without
 * colours.
 *
 * @param files files with messages
 * @returns one line a message; the empty string where there is none
 * @see https://gcc.gnu.org/onlinedocs/gcc/Diagnostic-Message-Formatting-Options.html
 */
export function messagesToGcc(files: readonly VFile[]): string {
  return messagesToJson(files).map(toLine).join('\n')
}

function toLine({ file, line, column, severity, message, note, ruleId }: MessageJson): string {
  const kind = severity === 'error' ? 'error' : 'warning'
  return `${oneLine(file)}:${line}:${column}: ${kind}: ${oneLine(joinSentences(message, note))} [${oneLine(ruleId)}]`
}
