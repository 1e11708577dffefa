import { say } from '../../language/say.ts'
import type { ContentRule } from '../rule.ts'

export const codeClosed: ContentRule = {
  id: 'code-closed',
  severity: 'error',
  summary: say`Every block of code is closed with the fence that opened it.`,
  begin({ source }, _, report) {
    const text = String(source.file)
    return {
      code({ position }) {
        if (position === undefined) return
        const written = text.slice(position.start.offset, position.end.offset)
        const [, fence] = /^(`{3,}|~{3,})/.exec(written) ?? []
        // Code that is indented by four blanks has no fence.
        if (fence === undefined || isClosed(written, fence)) return
        const [first = ''] = written.split(/\r\n|\n|\r/, 1)
        const { line, column } = position.start
        report({
          reason: say`This block of code is never closed and holds all that follows.`,
          place: { start: position.start, end: { line, column: column + first.length } },
          note: say`Add a line "${fence}" where it ends.`,
        })
      },
    }
  },
}

/** True where the last line is a fence as long as the first or longer (CommonMark, 4.5). */
function isClosed(written: string, fence: string): boolean {
  const [, ...lines] = written.split(/\r\n|\n|\r/)
  const [, last = ''] = /^[\s>]*(`+|~+)[ \t]*$/.exec(lines.at(-1) ?? '') ?? []
  return last.length >= fence.length && last.startsWith(fence)
}
