import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'

/** A message about an article on its own, as it is kept for the next run. */
export type KeptMessage = Pick<
  VFileMessage,
  'reason' | 'place' | 'ruleId' | 'fatal' | 'note' | 'expected' | 'fix' | 'about'
>

/** What has been said on a file, as plain data. */
export function keepMessages(file: VFile): KeptMessage[] {
  return file.messages.map(({ reason, place, ruleId, fatal, note, expected, fix, about }) => {
    return { reason, place, ruleId, fatal, note, expected, ...(fix && { fix }), ...(about && { about }) }
  })
}

/** Says on a file what was kept of it. */
export function repeatMessages(file: VFile, messages: readonly KeptMessage[]): void {
  for (const { reason, place, ruleId, fatal, note, expected, fix, about } of messages) {
    const message = file.message(reason, { place, ruleId, source: 'rensai' })
    Object.assign(message, { fatal, note, expected, ...(fix && { fix }), ...(about && { about }) })
  }
}
