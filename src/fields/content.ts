import type { TextField } from './managed-field.ts'
import { rawText } from './raw-text.ts'

/** The body of an article; on the site it holds the source marker, which is no part of the value. */
export const content: TextField<never, undefined, string> = {
  frontMatter: undefined,
  read: () => undefined,
  managed: 'always',
  desire: (_, { rendered, hasFootnotes }) =>
    hasFootnotes ? (rendered.core?.content ?? rendered.content) : rendered.content,
  resolve: (_, { body }) => body.content,
  wire: { path: 'content', ask: 'content.raw', schema: rawText },
  toLive: (stored, { removeMarker }) => removeMarker(stored),
  canonical: (live, { toOneSpelling }) => toOneSpelling(live),
  // Edited on the site into what the file says; or brought into the file from there, as far as Markdown can say it.
  isMereForm: ({ isPulled, isAsPublished, saysTheSame, isSetTheSame }) =>
    (isPulled || !isAsPublished) && saysTheSame() && (isPulled || isSetTheSame()),
  whenGone: 'lost',
  isFiltered: true,
  revision: 'makes',
  isOnlyEdited: false,
  isInDraft: false,
  // What only a version of the editor spells otherwise is no change to show.
  text: {
    live: (live, { toOneSpelling }) => toOneSpelling(live),
    desired: (template, { fill, toOneSpelling }) => toOneSpelling(fill(template)),
  },
}
