import { expect, test } from 'vitest'
import { planToJson } from '../../src/report/plan.ts'
import { planToMarkdown } from '../../src/report/plan-markdown.ts'
import type { RemotePost } from '../../src/site/types.ts'
import { NO_LOOKUPS, planDetails } from '../../src/sync/details.ts'
import { article, plan, planText, published, site } from '../helpers/planning.ts'

const body = `最初の段落です。

![A picture](https://e.example/a.png)

| a | b |
| - | - |
| 1 | 2 |

最後の段落です。Tom & Jerry.`

const accordion = `<!-- wp:accordion -->
<div role="group" class="wp-block-accordion"><!-- wp:accordion-item -->
<div class="wp-block-accordion-item"><!-- wp:accordion-heading -->
<h3 class="wp-block-accordion-heading"><button type="button" class="wp-block-accordion-heading__toggle"><span class="wp-block-accordion-heading__toggle-title">Question</span></button></h3>
<!-- /wp:accordion-heading --></div>
<!-- /wp:accordion-item --></div>
<!-- /wp:accordion -->`

const math = `<!-- wp:math {"latex":"x^2"} -->
<div class="wp-block-math"><math display="block"></math></div>
<!-- /wp:math -->`

const tabs = `<!-- wp:tabs -->
<div class="wp-block-tabs"></div>
<!-- /wp:tabs -->`

const LAST = '<!-- wp:paragraph -->\n<p>最後'

/** What somebody does in the editor of today, as it saves it. */
const edits: Readonly<Record<string, (content: string) => string>> = {
  'an accordion': (content) => content.replace(LAST, `${accordion}\n\n${LAST}`),
  'a formula at the end': (content) => `${content}\n\n${math}`,
  'tabs before all': (content) => `${tabs}\n\n${content}`,
  'a wide picture that opens on a click': (content) =>
    content
      .replace('<!-- wp:image -->', '<!-- wp:image {"lightbox":{"enabled":true},"align":"wide"} -->')
      .replace('wp-block-image"', 'wp-block-image alignwide"'),
  'a colour and a new word': (content) =>
    content.replace(
      LAST,
      '<!-- wp:paragraph {"style":{"color":{"text":"#f00"}},"backgroundColor":"accent-1"} -->\n<p class="has-accent-1-background-color has-text-color has-background" style="color:#f00">まことに最後',
    ),
  'a table of fixed layout': (content) =>
    content.replace(' {"hasFixedLayout":false}', '').replace('<table>', '<table class="has-fixed-layout">'),
  'words in a colour, beside a new word': (content) =>
    content.replace(
      '<p>最後',
      '<p>まことに<mark style="background-color:#ff0" class="has-inline-color">最後</mark>',
    ),
  'a list with a coloured item': (content) =>
    `${content}\n\n<!-- wp:list -->\n<ul class="wp-block-list"><!-- wp:list-item {"backgroundColor":"accent-1"} -->\n<li class="has-accent-1-background-color has-background">item</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->`,
  'a block that readers do not see any more': (content) =>
    content.replace(LAST, LAST.replace(' -->', ' {"metadata":{"blockVisibility":false}} -->')),
}

async function edited(edit: (content: string) => string): Promise<RemotePost> {
  const post = published(await article('a', {}, body), 5)
  return { ...post, content: edit(post.content) }
}

test('what the editor adds and no text shows is told as what it is, and before it is lost', async () => {
  const item = await article('a', {}, body)
  let told = ''
  for (const [name, edit] of Object.entries(edits)) {
    const state = site([await edited(edit)])
    const [left, written] = [planText([item], state), planText([item], state, { overwrite: true })]
    told += `== ${name}\n\n${left}\n\n${written}\n\n`
  }
  await expect(told).toMatchFileSnapshot('../fixtures/plan/settings.txt')
})

test('the same for GitHub', async () => {
  const item = await article('a', {}, body)
  const state = site([
    await edited((content) => Object.values(edits).reduce((text, edit) => edit(text), content)),
  ])
  const told = [{}, { overwrite: true }].map((options) => {
    const made = plan([item], state, options)
    return planToMarkdown(made, planDetails(made, state, [item], NO_LOOKUPS))
  })
  await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('../fixtures/plan/settings.md')
})

test('the same for machines, of a post that is hidden', async () => {
  const item = await article('a', { status: 'draft' }, body)
  const shown = await edited(edits['an accordion'] ?? expect.unreachable())
  const state = site([{ ...shown, status: 'publish' }])
  const made = plan([item], state, { overwrite: true })
  expect(planToJson(made, planDetails(made, state, [item], NO_LOOKUPS)).changes).toEqual([
    {
      kind: 'update-post',
      slug: 'a',
      path: 'posts/a.md',
      id: 5,
      fields: ['content', 'status'],
      lost: ['block core/accordion after "a b 1 2"'],
      unpublishes: 'draft',
    },
  ])
})

test('a review note goes with its block, and the plan says so', async () => {
  const item = await article('a', {}, body.replace('最初の段落です。', 'Something else altogether.'))
  const remote = await edited((content) => content.replace('{"metadata":{', '{"metadata":{"noteId":[31],'))
  expect(planText([item], site([remote]))).toBe(`Plan for https://blog.example:
  ~ post     a: content, excerpt
      content
      - 最初の段落です。
      + Something else altogether.
        ![A picture](https://e.example/a.png)
      will be lost    review note 31
      excerpt       - 最初の段落です。
                    + Something else altogether.
0 to create, 1 to update, 0 unchanged; 0 pictures and 0 terms to add`)
})

test('what both sides have is no difference, and block markup that only the article has is added', async () => {
  const item = await article('a', {}, `${body}\n\n${math}`)
  expect(planText([item], site([published(item, 5)]))).toMatch(/^Nothing to do/)
  expect(planText([item], site([await edited((content) => content)]))).toBe(`Plan for https://blog.example:
  ~ post     a: content
      content
      added           block core/math after "最後の段落です。Tom & Jerry."
0 to create, 1 to update, 0 unchanged; 0 pictures and 0 terms to add`)
})

test('of a plan with many posts each one that loses something is told', async () => {
  const keys = Array.from({ length: 40 }, (_, index) => `a${index}`)
  const items = await Promise.all(keys.map((key) => article(key, {}, `${key} has a new text.`)))
  const posts = await Promise.all(
    keys.map(async (key, index) => {
      const post = published(await article(key), index + 5)
      return key === 'a39' ? { ...post, content: `${post.content}\n\n${math}` } : post
    }),
  )
  const text = planText(items, site(posts), { overwrite: true })
  expect(text).toContain('... and 24 more posts to change; --all lists them')
  expect(text).toContain(`  ~ post     a39: content, excerpt
      will be lost    block core/math after "Text of a39."`)
})
