import { digestArticle } from '../../src/digest/digest.ts'
import type { SettingsInput } from './config.ts'
import { testConfig } from './config.ts'

/** What one rule says of a body: the source at the place of each finding, lines of the body counted from 1. */
export function findingsOf(
  ruleId: string,
  body: string,
  settings: Omit<SettingsInput, 'site'> = {},
): string[] {
  return messagesOf(ruleId, body, settings).map(({ place, text }) => `${place} ${text}`)
}

/** The messages of one rule on a body, each with its line and column in the body and the source that it points at. */
export function messagesOf(ruleId: string, body: string, settings: Omit<SettingsInput, 'site'> = {}) {
  const head = '---\ntitle: A\nslug: a\n---\n'
  const text = head + body
  const config = testConfig({ math: 'delimiters', ...settings, site: { url: 'https://blog.example' } })
  return digestArticle({ name: 'a.md', text }, config)
    .messages.filter((message) => message.ruleId === ruleId)
    .map(({ place, reason, note, fix }) => {
      const [start, end] =
        place === undefined || !('start' in place) ? [place, place] : [place.start, place.end]
      return {
        place: `${(start?.line ?? 0) - 4}:${start?.column}`,
        text: text.slice(start?.offset, end?.offset),
        reason,
        note,
        mended:
          fix === undefined
            ? undefined
            : (text.slice(0, fix.start) + fix.text + text.slice(fix.end)).slice(head.length),
      }
    })
}
