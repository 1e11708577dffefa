import { expect, test } from 'vitest'
import type { ImageFile } from '../../src/posts/types.ts'
import { planToJson } from '../../src/report/plan.ts'
import { planToMarkdown } from '../../src/report/plan-markdown.ts'
import { planToText } from '../../src/report/plan-text.ts'
import type { RemoteUser } from '../../src/site/types.ts'
import type { Change } from '../../src/sync/changes/registry.ts'
import { kindOf } from '../../src/sync/changes/registry.ts'
import type { Plan } from '../../src/sync/plan-types.ts'
import { assertRights } from '../../src/sync/rights.ts'
import { stripColours } from '../helpers/output.ts'
import { article, plan, published, site } from '../helpers/planning.ts'

const media: ImageFile = {
  path: 'images/a_b.png',
  absolutePath: '/project/images/a_b.png',
  sha256: 'a'.repeat(64),
  uploadName: 'a-b-aaaaaaaa.png',
  mimeType: 'image/png',
  size: 24_310,
  width: 1200,
  height: 630,
  alt: 'A cat',
  caption: '',
}
const attachment = { id: 41, slug: 'media-aaaaaaaaaaaa', url: '', alt: 'A dog', caption: '', author: 1 }
const before = published(await article('old'), 5)
const { after } = plan([await article('new')], site([])).changes.find((change) => 'after' in change) ?? {
  after: expect.unreachable(),
}

/** One of each kind; a kind without one is a type error. */
const EXAMPLES: { readonly [K in Change['kind']]: Extract<Change, { kind: K }> } = {
  'create-term': {
    kind: 'create-term',
    term: { taxonomy: 'category', name: 'A|B' },
    parent: undefined,
  },
  'upload-media': { kind: 'upload-media', media },
  'update-media': { kind: 'update-media', before: attachment, media, fields: ['alt'] },
  'create-post': { kind: 'create-post', after },
  'update-post': { kind: 'update-post', before, after, fields: ['title', 'featuredMedia'] },
  'trash-post': { kind: 'trash-post', before },
  'restore-post': {
    kind: 'restore-post',
    marker: undefined,
    before,
    revision: 12,
    texts: { title: 'Old', content: '' },
  },
}

const EVERYTHING: Plan = {
  site: 'https://blog.example',
  changes: Object.values(EXAMPLES),
  unchanged: [],
  drift: [],
  conflicts: [],
  refused: [],
  strangers: [],
  orphans: [],
  keptPictures: [],
  held: [],
  together: [],
}
const NOTHING = { written: new Map(), left: new Map(), users: new Map() }

test('each kind of change in a terminal', () => {
  expect(stripColours(planToText(EVERYTHING, NOTHING, { html: false }))).toBe(
    `Plan for https://blog.example:
  + category A|B
  + picture  images/a_b.png (24 kB, 1200 x 630)
  ~ picture  images/a_b.png: alt
      alt             A dog -> A cat
  + post     new (publish)
  ~ post     new: title, featured_image
  ~ post     old: title, content of revision 12
  - post     old: to the trash
1 to create, 1 to update, 0 unchanged; 1 picture and 1 term to add; 1 picture to
update; 1 to the trash; 1 to restore`,
  )
})

test('each kind of change in Markdown', () => {
  expect(planToMarkdown(EVERYTHING, NOTHING)).toBe(
    `### Plan for https://blog.example

1 to create, 1 to update, 0 unchanged; 1 picture and 1 term to add; 1 picture to update; 1 to the trash; 1 to restore.

| | what | change |
| --- | --- | --- |
| + | category | A&#124;B |
| + | picture | \`images/a_b.png\`, 24,310 bytes |
| ~ | picture | \`images/a_b.png\`, alt |
| + | \`new\` | new, publish |
| ~ | \`new\` | title, featured_image |
| - | \`old\` | to the trash |
| ~ | \`old\` | title, content of revision 12 |

<details><summary>images/a&#95;b.png, to be written</summary>

\`\`\`diff
  alt
- A dog
+ A cat
\`\`\`

</details>`,
  )
})

test('each kind of change as JSON', () => {
  expect(planToJson(EVERYTHING, { written: new Map() }).changes).toEqual([
    { kind: 'create-term', taxonomy: 'category', name: 'A|B' },
    { kind: 'upload-media', path: 'images/a_b.png', name: 'a-b-aaaaaaaa.png', bytes: 24_310 },
    { kind: 'update-media', path: 'images/a_b.png', id: 41, fields: ['alt'] },
    { kind: 'create-post', slug: 'new', path: 'posts/new.md', status: 'publish' },
    { kind: 'update-post', slug: 'new', path: 'posts/new.md', id: 5, fields: ['title', 'featured_image'] },
    { kind: 'trash-post', slug: 'old', id: 5 },
    { kind: 'restore-post', slug: 'old', id: 5, revision: 12, fields: ['title', 'content'] },
  ])
})

function refusal(change: Change, ...capabilities: string[]): string {
  const user: RemoteUser = { id: 1, name: 'writer', capabilities: new Set(capabilities) }
  try {
    assertRights([change], user)
    return 'nothing'
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

test('each kind of change is refused to a user without the right', () => {
  const all = Object.values(EXAMPLES).map((change) => [change.kind, refusal(change)])
  expect(Object.fromEntries(all)).toEqual({
    'create-term': 'The user "writer" may not create categories.',
    'upload-media': 'The user "writer" may not upload pictures.',
    'update-media': 'nothing',
    'create-post': 'The user "writer" may not write posts.',
    'update-post': 'The user "writer" may not write posts.',
    'trash-post': 'The user "writer" may not move public posts to the trash.',
    'restore-post': 'The user "writer" may not write posts.',
  })
  expect(refusal(EXAMPLES['create-post'], 'edit_posts')).toBe('The user "writer" may not publish posts.')
  const tag = { kind: 'create-term', term: { taxonomy: 'post_tag', name: 'x' }, parent: undefined } as const
  expect(refusal(tag)).toBe('nothing')
})

test('each kind of change is carried out in at least one step', () => {
  for (const change of Object.values(EXAMPLES)) {
    const { make, finish } = kindOf(change)
    expect([change.kind, make ?? finish]).toEqual([change.kind, expect.anything()])
  }
})
