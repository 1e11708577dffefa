import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { say } from '../language/say.ts'
import type { ExcessError } from '../limits/bounded.ts'
import { MOST_SIGNS } from '../limits/sizes.ts'

/** What an article has too much of. */
export interface Excess {
  readonly reason: string
  /** The remedy, in a sentence. */
  readonly note: string
  readonly place?: Point
}

/** Says on a file that it is beyond a limit; no configuration can turn that off. */
export function reportExcess(file: VFile, { reason, note, place = { line: 1, column: 1 } }: Excess): void {
  const message = file.message(reason, { source: 'rensai', place })
  message.fatal = true
  message.note = note
}

/** What becomes of an article that could not be read, judged or rendered within the limits. */
export function excessOf({ kind }: ExcessError): Excess {
  if (kind === 'signs') {
    return {
      reason: say`One paragraph has more than ${MOST_SIGNS.toLocaleString('en')} of the signs * _ ~ ].`,
      note: say`Put what is code into a fence, or part the paragraph with blank lines.`,
    }
  }
  return kind === 'time'
    ? {
        reason: say`The article takes too long to be read.`,
        note: say`Look for a sign that is repeated very often, and remove it; or split the article.`,
      }
    : {
        reason: say`Quotes, lists, boxes or elements lie in each other too deep to be read.`,
        note: say`Look for a line that begins with very many ">" or "-", and write it otherwise.`,
      }
}
