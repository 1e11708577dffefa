import { expect, test } from 'vitest'
import { sameContent } from '../../src/content/normal-form.ts'
import { contentToMarkdown } from '../../src/pull/content-to-markdown.ts'
import { rebody } from '../../src/pull/merge-body.ts'
import { article, plan, published, site } from '../helpers/planning.ts'
import { plainContext } from '../helpers/pull-project.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'

/** What looks otherwise since Rensai 0.2, as that version published it, with the settings that still write it so. */
const former = [
  [
    'boxes',
    ':::warning[Read]\nFirst.\n:::\n\n> [!NOTE]\n> Second.\n\nLast.\n',
    { boxes: { style: 'class' } },
  ],
  [
    'code',
    'First.\n\n```ts title="a.ts" showLineNumbers {2}\na\nb\n```\n\n```ts\na // [!code --]\nb // [!code ++]\n```\n\nLast.\n',
    { lineNumbers: 'class' },
  ],
] as const

test.each(former)('%s of an earlier version are updated, and no edit', async (_, body, settings) => {
  const a = await article('a', {}, body)
  const [before] = await renderMarkdown([body], settings)
  const live = published({ ...a, content: before?.content ?? '' }, 5)
  expect(plan([a], site([live]))).toMatchObject({
    changes: [{ kind: 'update-post', fields: ['content'] }],
    drift: [],
    conflicts: [],
  })
})

test.each(former)(
  '%s of an earlier version come back as they were, edits beside them too',
  async (_, body, settings) => {
    for (const format of ['blocks', 'html'] as const) {
      const context = plainContext(format)
      const live = await plainContext(format, settings).render(body)
      expect(live).not.toBe(await context.render(body))
      expect(sameContent(live, await context.render(body))).toBe(true)
      expect(await rebody(body, live.replace('Last', 'Later'), context)).toBe(body.replace('Last', 'Later'))
      expect(await rebody(body, live.replace('First', 'Foremost'), context)).toBe(
        body.replace('First', 'Foremost'),
      )
    }
  },
)

test('code comes back as it was from what WordPress keeps of it for users without unfiltered HTML', async () => {
  const markdown =
    '```ts title="a.ts" showLineNumbers{9} {2}\na\nb\n```\n\n```ts\na // [!code highlight]\n\nb\n```\n'
  for (const format of ['blocks', 'html'] as const) {
    for (const highlight of ['class', 'shiki'] as const) {
      const context = plainContext(format, { highlight })
      const sent = await context.render(markdown)
      // wp_kses of 6.5; that of 7.1 keeps the opacity.
      const stored = sent
        .replaceAll(/(?:opacity:0\.8;)?-webkit-user-select:none;user-select:none/g, '')
        .replaceAll(' style=""', '')
        .replaceAll(';"', '"')
      expect(stored).not.toBe(sent)
      expect(sameContent(stored, sent)).toBe(true)
      expect(await contentToMarkdown(stored, context)).toBe(
        markdown.replace('a // [!code highlight]', 'a').replace('```ts\na\n\n', '```ts {1}\na\n\n'),
      )
    }
  }
})
