import type { VFileMessage } from 'vfile-message'
import type { Config } from '../config/types.ts'
import type { DigestedPost } from '../digest/digests.ts'
import { repeatMessages } from '../digest/messages.ts'
import { type Draft, isUnfinished } from '../posts/draft.ts'

/** What an article's file is told while the folder is judged: every message about an article stands there. */

/** Says on an article's file what is known of it on its own, and nothing else. */
export function sayAgain({ draft, messages }: DigestedPost): void {
  const { file } = draft.source
  file.messages = []
  repeatMessages(file, messages)
}

/** Says the errors of an article that is not finished as warnings. */
export function easeDraft(draft: Draft, config: Config): void {
  const { file } = draft.source
  if (!isUnfinished(draft, config)) return
  // What plugins and the digest say is kept for the next judgement, so it is not changed itself.
  file.messages = file.messages.map((message) =>
    message.fatal === true
      ? Object.assign(Object.create(Object.getPrototypeOf(message)), message, { fatal: false })
      : message,
  )
}

/** How many of the messages are errors. */
export function errorsIn(messages: readonly VFileMessage[]): number {
  return messages.filter(({ fatal }) => fatal === true).length
}

/** Whether an article can be rendered, as far as has been said. */
export function isSound({ draft: { source, unreadable } }: DigestedPost): boolean {
  return !unreadable && errorsIn(source.file.messages) === 0
}
