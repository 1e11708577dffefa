import * as z from 'zod'
import { parseJson } from '../standards/json.ts'
import { replaceNoncharacters } from '../standards/noncharacters.ts'
import type { TextField } from './managed-field.ts'

const notes = z.array(z.object({ id: z.string(), content: z.string() }))

/**
 * The notes of the core footnotes block, as JSON; an empty text where there are none. A site without that block
 * knows no such meta.
 */
export const footnotes: TextField<never, undefined, string | undefined, string | undefined> = {
  frontMatter: undefined,
  read: () => undefined,
  managed: 'given',
  desire: (_, { rendered, hasFootnotes }) => (hasFootnotes ? (rendered.core?.footnotes ?? '') : undefined),
  resolve: (_, { body }) => body.footnotes,
  wire: { path: 'meta.footnotes', schema: z.string().optional().transform(inOneSpelling) },
  toLive: (stored) => stored ?? '',
  // Ids of notes are right only together with the content that refers to them.
  isMereForm: ({ isContentWritten, isSameContent, isPulled, isAsPublished, saysTheSame }) =>
    !isContentWritten && (!isSameContent || isPulled || !isAsPublished) && saysTheSame(),
  whenGone: 'lost',
  isFiltered: true,
  // WordPress drops meta that it does not know.
  isLost: (sent, stored) => sent !== '' && stored === '',
  revision: 'kept',
  isOnlyEdited: false,
  isInDraft: false,
  text: {
    live: toText,
    desired: (template, { fill }) => toText(template === undefined ? '' : fill(template)),
  },
}

/** The notes alone, each on its line. */
function toText(json: string | undefined = ''): string {
  const parsed = notes.safeParse(parseJson(json))
  return parsed.success ? parsed.data.map(({ content }) => content).join('\n') : json
}

/** The editor and the filter for limited users each write the JSON in their own spelling. */
function inOneSpelling(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return text
  const parsed = notes.safeParse(parseJson(text))
  if (!parsed.success) return text
  // What is escaped in the JSON inside the JSON comes to light only here.
  return parsed.data.length === 0 ? '' : replaceNoncharacters(JSON.stringify(parsed.data))
}
