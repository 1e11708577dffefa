import type { Heading } from 'mdast'
import { toString as mdastToString } from 'mdast-util-to-string'
import { escapesId } from '../../constructs/headings/remark-heading-ids.ts'
import { say } from '../../language/say.ts'
import type { ContentRule, Finding } from '../rule.ts'

export const headingId: ContentRule = {
  id: 'heading-id',
  severity: 'error',
  summary: say`An id behind a heading, {#id}, is one word, and no other heading of the article has it.`,
  begin({ source }, _, report) {
    const seen = new Map<string, Heading>()
    return {
      heading(heading) {
        const broken = /\{#[^{}]*\}$/.exec(mdastToString(heading).trimEnd())?.[0]
        if (broken !== undefined && !escapesId(heading, source.file)) report(unreadable(broken, heading))
        const id = heading.data?.explicitId
        if (id === undefined) return
        const first = seen.get(id)
        if (first !== undefined) report(twice(id, first, heading))
        else seen.set(id, heading)
      },
    }
  },
}

function unreadable(written: string, { position }: Heading): Finding {
  const word = written
    .slice(2, -1)
    .trim()
    .replace(/[^\p{L}\p{N}\p{M}_.:]+/gu, '-')
    .replace(/^[-.:]+|-$/g, '')
  const suggestion = word === '' ? undefined : `{#${word}}`
  return {
    reason: say`"${written}" is no id, and would stand on the page as text.`,
    place: position,
    note: say`Write it as one word of letters, digits, "-" and "_", as ${suggestion ?? '{#summary}'}, or as \\${written} if it is text.`,
    suggestion,
  }
}

function twice(id: string, first: Heading, { position }: Heading): Finding {
  return {
    reason: say`The id "${id}" is that of another heading, in line ${first.position?.start.line ?? 1}.`,
    place: position,
    note: say`Give each heading an id of its own, or let one have the id made of its text.`,
  }
}
