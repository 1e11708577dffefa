import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import { messagesToGithub, messagesToJobSummary } from '../../src/report/github.ts'
import { outcomesToTable, outcomeToText } from '../../src/report/outcomes.ts'
import { pauseToText } from '../../src/report/pause.ts'
import { planToMarkdown } from '../../src/report/plan-markdown.ts'
import { planToText } from '../../src/report/plan-text.ts'
import { pulledToText } from '../../src/report/pull.ts'
import { messagesToSarif } from '../../src/report/sarif.ts'
import { toReport } from '../../src/report/stream.ts'
import { messagesToText } from '../../src/report/text.ts'
import { verificationsToText } from '../../src/report/verifications.ts'
import { restoreToText, versionsToTable } from '../../src/report/versions.ts'
import type { RemotePost } from '../../src/site/types.ts'
import { planDetails } from '../../src/sync/details.ts'
import type { Lookups, SiteState } from '../../src/sync/types.ts'
import { stripColours } from '../helpers/output.ts'
import { article, plan, published, site } from '../helpers/planning.ts'

/** Clears the screen, turns letters around, hides, obeys in a log, is Markdown, HTML, a mention and a link. */
const EVIL =
  'evil\u001b[2J\u001b]0;x\u0007\u009b31m\u202e\n::stop-commands::x\n##[add-mask]y\r\n| [x](https://e.example) <img src=x> @team `'

const LINK = `https://blog.example/${EVIL}`

/** What is printed holds our colours and lines, and no line that somebody else began. */
function expectHarmless(text: string): void {
  const bare = stripColours(text)
  expect(bare).toContain('evil')
  expect(bare.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u)
  expect(toReport(text).replaceAll('\u200b', '')).toBe(text.replaceAll('\u200b', ''))
  expect(bare).not.toMatch(/^(::|##\[|\| \[x)/m)
}

async function everything(): Promise<{ rendered: RenderedPost[]; state: SiteState }> {
  const fresh = await article('fresh', { title: EVIL, slug: `fresh-${EVIL}` })
  const edited = await article('edited', { title: EVIL, slug: `edited-${EVIL}` }, 'New.')
  const drifted = await article('drifted', { slug: `drifted-${EVIL}` })
  const taken = await article('taken', { slug: `taken-${EVIL}` })
  const gone = await article('gone', { slug: `gone-${EVIL}` })
  const odd: Partial<RemotePost> = { link: LINK, title: EVIL }
  const posts = [
    published({ ...edited, content: '<p>Old.</p>', post: { ...edited.post, title: 'Old' } }, 1, {
      link: LINK,
    }),
    published(drifted, 2, {
      ...odd,
      excerpt: EVIL,
      content: published(drifted, 2).content.replace('Text', EVIL),
    }),
    { ...published(taken, 3, odd), content: `<p>${EVIL}</p>` },
    published(gone, 4, odd),
  ]
  return { rendered: [fresh, edited, drifted, taken], state: site(posts) }
}

const lookups: Lookups = {
  edits: new Map([1, 2, 3, 4].map((id) => [id, { by: EVIL, at: EVIL }])),
  pictures: new Map(),
  users: new Map([[1, EVIL]]),
}

test('a plan', async () => {
  const { rendered, state } = await everything()
  const planned = plan(rendered, state, { orphans: { matches: () => true, prune: true } })
  const details = planDetails(planned, state, rendered, lookups)
  const { changes, drift, conflicts, orphans } = planned
  for (const part of [changes, drift, conflicts, orphans]) expect(part).not.toEqual([])
  for (const html of [true, false]) expectHarmless(planToText(planned, details, { html }))
  const markdown = planToMarkdown(planned, details)
  expectHarmless(markdown)
  const prose = markdown.replace(/^(`{3,})diff\n[\s\S]*?\n\1$/gm, '').replace(/`[^`\n]*`/g, '')
  expect(prose).toContain('evil')
  expect(prose).not.toMatch(/@team|<img|\]\(/)
  expectHarmless(
    outcomesToTable(
      planned,
      planned.changes.map((change) => ({ change, status: 'applied', link: LINK })),
    ),
  )
  for (const change of planned.changes) {
    const error = new UserError(EVIL, { advice: EVIL, exitCode: 3 })
    expectHarmless(outcomeToText({ change, status: 'failed', error }))
    const altered = [{ name: 'content' as const, sent: EVIL, stored: `${EVIL} <b>` }]
    expectHarmless(outcomeToText({ change, status: 'applied', altered }))
  }
})

test('what else is said of a site', () => {
  const withheld = [{ fields: ['slug'] as const, reason: EVIL }]
  const pulled = {
    path: EVIL,
    slug: EVIL,
    id: 1,
    fields: ['title'] as const,
    conflicts: 1,
    withheld,
    reason: EVIL,
  }
  for (const action of ['created', 'updated', 'conflict', 'same', 'refused', 'left', 'missed'] as const) {
    expectHarmless(pulledToText({ ...pulled, action }))
  }
  expectHarmless(pauseToText({ reason: EVIL, length: 5000, isAsked: true, attempt: 2 }))
  expectHarmless(verificationsToText([{ slug: EVIL, link: LINK, status: 'failed', notes: [EVIL] }]))
  const revision = { id: 1, date: EVIL, author: 1, title: '', content: '', excerpt: '', footnotes: '' }
  const version = { revision, changed: [], isPublished: true }
  expectHarmless(versionsToTable([version], new Map([[1, { name: EVIL, slug: EVIL }]])))
  expectHarmless(restoreToText('content', EVIL, EVIL.replace('evil', 'evil?')))
})

test('messages', () => {
  const file = new VFile({ path: `posts/${EVIL}.md`, value: `a\n${EVIL}\nb` })
  const message = file.message(EVIL, { place: { line: 2, column: 1 }, source: EVIL, ruleId: EVIL })
  message.note = EVIL
  message.fix = { start: 0, end: 1, text: 'b' }
  expectHarmless(messagesToText([file]))
  expect(messagesToGithub([file], '').split('\n')).toHaveLength(1)
  const summary = messagesToJobSummary([file], '1 warning')
  expectHarmless(summary)
  expect(summary).not.toMatch(/@team|<img|\]\(/)
  const [result] = messagesToSarif([file], [], '', '1.0.0').runs[0]?.results ?? []
  expect(result?.message.text).not.toContain('](')
})
