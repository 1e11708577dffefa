import { expect, test } from 'vitest'
import type { ImageFile } from '../../src/posts/types.ts'
import { writeReference } from '../../src/render/references.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import { planToMarkdown } from '../../src/report/plan-markdown.ts'
import { planToText } from '../../src/report/plan-text.ts'
import { planDetails } from '../../src/sync/details.ts'
import type { Lookups, SiteState } from '../../src/sync/types.ts'
import { stripColours } from '../helpers/output.ts'
import { article, plan, planText, published, site } from '../helpers/planning.ts'

const picture: ImageFile = {
  path: 'images/image copy 37.png',
  absolutePath: '/project/images/image copy 37.png',
  sha256: 'a'.repeat(64),
  uploadName: 'image-copy-37-aaaaaaaa.png',
  mimeType: 'image/png',
  size: 24_310,
  width: 1200,
  height: 630,
  alt: '',
  caption: '',
}

const tags = [
  { id: 7, taxonomy: 'post_tag', name: 'GitHub Copilot', slug: 'github-copilot', parent: 0 },
  { id: 8, taxonomy: 'post_tag', name: 'VS Code', slug: 'vs-code', parent: 0 },
] as const

const body = `## 原因

サーバーが応答しないと、VS Code の Copilot は「Server error: 502」を表示します。一度 VS Code を完全に終了し、もう一度起動してください。それでも直らないときは、しばらく待ってから試します。

- first
- second`

/** A world in which everything happens that a plan can speak of. */
async function everything(): Promise<{ rendered: RenderedPost[]; state: SiteState; lookups: Lookups }> {
  const fresh = await article('copilot-new-jp')
  const link = (key: string): string => writeReference({ kind: 'post', key, value: 'link' })
  const made: RenderedPost = {
    ...fresh,
    content: `<p><a href="${link('moved')}">known</a> <a href="${link('other-new')}">not yet</a></p>`,
    links: ['moved', 'other-new'],
    media: [picture],
    post: {
      ...fresh.post,
      featuredMedia: picture,
      date: '2025-12-22T11:00:00',
      tags: [
        { taxonomy: 'post_tag', name: 'GitHub Copilot' },
        { taxonomy: 'post_tag', name: '新しいタグ' },
      ],
    },
  }
  const moved = await article(
    'moved',
    { slug: 'a-better-slug', title: '新しい題名' },
    body.replace('終了し、', '終了し、10秒待って'),
  )
  const hidden = await article('hidden', { status: 'draft' })
  const drifted = await article('drifted')
  const torn = await article('torn', {}, 'Ours now.')
  const byHand = await article('by-hand')
  const rendered = [made, await article('other-new'), moved, hidden, drifted, torn, byHand]

  const before = await article('moved', { slug: 'a-slug', title: '古い題名' }, body)
  const named = {
    link: 'https://blog.example/a-slug/',
    permalinkTemplate: 'https://blog.example/%postname%/',
    featuredMedia: 41,
  }
  const edit = { modifiedGmt: '2026-11-24T01:02:03' }
  const posts = [
    published(before, 5, named),
    published({ ...hidden, post: { ...hidden.post, status: 'publish' } }, 6),
    published(drifted, 7, { title: 'A title by somebody else', tags: [8], ...edit }),
    published(await article('torn'), 8, {
      content: `<p>Theirs now.</p>${await markerOf('torn')}`,
      ...edit,
    }),
    published(byHand, 9, { content: '<p>By hand.</p>' }),
    published(await article('gone'), 10),
  ]
  const lookups: Lookups = {
    edits: new Map([
      [7, { by: undefined, at: '2026-11-24T10:02' }],
      [8, { by: '花子', at: '2026-11-24T10:02' }],
    ]),
    pictures: new Map([[41, 'old.png']]),
    users: new Map(),
  }
  return { rendered, state: { ...site(posts), terms: tags }, lookups }
}

/** The marker that publishing left, on its own. */
async function markerOf(key: string): Promise<string> {
  const { content } = published(await article(key), 1)
  return `\n<!-- ${/rensai.*?\{.*?\}/.exec(content)?.[0].replace('rensai":', 'rensai ')} -->`
}

const orphans = { matches: () => true, prune: false }

test('the plan for people fits 80 columns and says everything', async () => {
  const { rendered, state, lookups } = await everything()
  const text = planText(rendered, state, { orphans }, lookups)
  await expect(`${text}\n`).toMatchFileSnapshot('../fixtures/plan/everything.txt')
})

test('the plan for GitHub', async () => {
  const { rendered, state, lookups } = await everything()
  const made = plan(rendered, state, { orphans })
  const markdown = planToMarkdown(made, planDetails(made, state, rendered, lookups))
  expect(stripColours(markdown)).toBe(markdown)
  await expect(`${markdown}\n`).toMatchFileSnapshot('../fixtures/plan/everything.md')
})

test('with html, the markup', async () => {
  const { rendered, state, lookups } = await everything()
  const made = plan(rendered, state)
  const details = planDetails(made, state, rendered, lookups)
  const text = stripColours(planToText(made, details, { html: true }))
  expect(text).toContain('- <p>Theirs now.</p>')
})

test('adopting shows what it would write over', async () => {
  const { rendered, state } = await everything()
  const text = planText(rendered, state, { adopt: true, selected: new Set(['by-hand']) })
  await expect(`${text}\n`).toMatchFileSnapshot('../fixtures/plan/adopt.txt')
})

test('pruning moves posts without a file to the trash', async () => {
  const { state } = await everything()
  const kept = await article('drifted')
  const pruned = { ...state, posts: [published(kept, 7), ...state.posts.filter(({ id }) => id === 10)] }
  const text = planText([kept], pruned, { orphans: { ...orphans, prune: true } })
  expect(text).toBe(
    `Plan for https://blog.example:
  - post     gone: to the trash
0 to create, 0 to update, 1 unchanged; 0 pictures and 0 terms to add; 1 to the
trash`,
  )
})
