import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carryAdditions } from '../../../src/content/additions/carry-additions.ts'
import { withoutAdditions } from '../../../src/content/additions/without-additions.ts'
import { toOneSpelling } from '../../../src/content/one-spelling.ts'
import { validateBlocks } from '../../helpers/editor.ts'
import { renderMarkdown } from '../../helpers/render-markdown.ts'

async function render(body: string): Promise<string> {
  const [post] = await renderMarkdown([body])
  return post?.content ?? ''
}

/** Notes something in the metadata of the block that holds a text. */
function note(content: string, text: string, metadata: unknown): string {
  const at = content.lastIndexOf('<!-- wp:', content.indexOf(text))
  const end = content.indexOf(' -->', at)
  const [, head = '', json = '{}'] = /^(<!-- wp:\S+) ?(\{.*\})?$/.exec(content.slice(at, end)) ?? []
  const attributes = { ...(JSON.parse(json || '{}') as object), metadata }
  return `${content.slice(0, at)}${head} ${JSON.stringify(attributes)}${content.slice(end)}`
}

const before = `First paragraph of all, which stays as it is.

## Section

今日はとても良い天気なので、散歩に出かけました。

- apples and pears
- cherries

> A quoted line.
`

describe('a review note stays at its block', () => {
  test.each([
    [
      'that is the same',
      '今日は',
      (body: string) => body.replace('First paragraph', 'The first paragraph'),
      '今日は',
    ],
    ['whose text changed', '今日は', (body: string) => body.replace('散歩', '買い物'), '買い物'],
    [
      'that moved',
      '今日は',
      (body: string) =>
        `${body.replace(/今日.*\n\n/, '')}\n今日はとても良い天気なので、散歩に出かけました。\n`,
      '今日は',
    ],
    [
      'that moved and changed',
      '今日は',
      (body: string) =>
        `${body.replace(/今日.*\n\n/, '')}\n今日はとても良い天気なので、買い物に出かけました。\n`,
      '買い物',
    ],
    ['that stands behind a new one', '今日は', (body: string) => `New.\n\nAnother.\n\n${body}`, '今日は'],
    ['in a list that changed', 'cherries', (body: string) => body.replace('apples', 'plums'), 'cherries'],
    ['that is an item and changed', 'apples', (body: string) => body.replace('apples', 'plums'), 'plums'],
    [
      'in a quote',
      'A quoted',
      (body: string) => body.replace('quoted line', 'quoted long line'),
      'A quoted long',
    ],
    [
      'that is a heading',
      'Section<',
      (body: string) => body.replace('## Section', '## Sections'),
      'Sections<',
    ],
  ])('%s', async (_, text, edit, at) => {
    const metadata = {
      noteId: [7, 9],
      bindings: { content: { source: 'core/post-meta', args: { key: 'x' } } },
    }
    const [live, wanted] = [note(await render(before), text, metadata), await render(edit(before))]
    const carried = carryAdditions(wanted, live)
    expect(toOneSpelling(carried)).toBe(toOneSpelling(wanted))
    expect(carried).toBe(note(wanted, at, metadata))
    // The second time there is nothing to do any more.
    expect(carryAdditions(wanted, carried)).toBe(carried)
    expect(await validateBlocks(carried)).toEqual([])
  })
})

test.each([
  ['that is gone', (body: string) => body.replace(/今日.*\n\n/, '')],
  ['that says something else', (body: string) => body.replace(/今日.*/, 'Nothing of the kind at all.')],
  ['that is of another kind', (body: string) => body.replace(/今日/, '## 今日')],
])('a note on a block %s goes with it', async (_, edit) => {
  const live = note(await render(before), '今日は', { noteId: 7 })
  const wanted = await render(edit(before))
  expect(carryAdditions(wanted, live)).toBe(wanted)
})

test('a note on some words stays where the words are', async () => {
  const mark = (content: string, words: string): string =>
    note(content, words, { noteId: [3] }).replace(words, `<mark class="wp-note" data-id="3">${words}</mark>`)
  const live = mark(await render(before), '良い天気')
  const changed = await render(before.replace('散歩', '買い物'))
  expect(carryAdditions(changed, live)).toBe(mark(changed, '良い天気'))
  const gone = await render(before.replace('良い天気', '悪い天気'))
  expect(carryAdditions(gone, live)).toBe(note(gone, '悪い天気', { noteId: [3] }))
  const twice = await render(before.replace('散歩に', '良い天気の散歩に'))
  expect(carryAdditions(twice, live)).toBe(note(twice, '良い天気', { noteId: [3] }))
})

test('what the article notes itself stays as it says', async () => {
  const own = note(await render('Text.'), 'Text.', {
    bindings: { content: { source: 'core/post-meta' } },
    name: 'a',
  })
  const live = note(await render('Text.'), 'Text.', { bindings: { content: { source: 'other' } }, noteId: 4 })
  expect(carryAdditions(own, live)).toBe(
    note(await render('Text.'), 'Text.', {
      bindings: { content: { source: 'core/post-meta' } },
      noteId: 4,
      name: 'a',
    }),
  )
})

describe('a block that a plugin hooked in stays beside its own', () => {
  const CARD = '<!-- wp:acme/card {"of":"x"} /-->'
  const ignored = { ignoredHookedBlocks: ['acme/card'] }
  const heading = /<!-- wp:heading[\s\S]*?<!-- \/wp:heading -->/

  test.each([
    ['behind it', (block: string) => block + CARD],
    ['before it', (block: string) => CARD + block],
    ['behind it, two', (block: string) => `${block}${CARD}<!-- wp:acme/card /-->`],
    ['before it, two', (block: string) => `${CARD}<!-- wp:acme/card /-->${block}`],
    ['saved by an editor', (block: string) => `${block}\n\n${CARD}`],
  ])('%s', async (_, hook) => {
    const hooked = (content: string): string =>
      note(content, '</h2>', ignored).replace(heading, (block) => hook(block))
    const live = hooked(await render(before))
    expect(withoutAdditions(live)).toBe(await render(before))
    const wanted = await render(before.replace('apples', 'plums').replace('## Section', '## Sections'))
    expect(carryAdditions(wanted, live)).toBe(hooked(wanted))
    const without = await render(before.replace('## Section\n\n', ''))
    expect(carryAdditions(without, live)).toBe(without)
  })

  test.each(['blocks', 'html'] as const)('at the beginning and the end of a post (%s)', async (format) => {
    const [post, changed] = await renderMarkdown([before, before.replace('apples', 'plums')], { format })
    const live = `${CARD}${post?.content}${CARD}`
    expect(withoutAdditions(live)).toBe(post?.content)
    expect(carryAdditions(changed?.content ?? '', live)).toBe(`${CARD}${changed?.content}${CARD}`)
  })

  test('in what is hooked to the block around it', async () => {
    const hooked = (content: string): string =>
      note(content, '<blockquote', ignored).replace('</blockquote>', `${CARD}</blockquote>`)
    const wanted = await render(before.replace('quoted line', 'quoted and much longer line'))
    expect(carryAdditions(wanted, hooked(await render(before)))).toBe(hooked(wanted))
  })
})

test('whatever the site has, the article says what it said', async () => {
  const contents = await Promise.all(
    [before, before.replace('apples', 'plums'), 'Text.', '## A\n\n- b\n  - c\n\n> d'].map(render),
  )
  const pieces = [
    '<!-- wp:acme/card /-->',
    '<mark class="wp-note" data-id="1">',
    '</mark>',
    '<!-- /wp:paragraph -->',
  ]
  await fc.assert(
    fc.property(
      fc.constantFrom(...contents),
      fc.constantFrom(...contents),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...pieces)), { maxLength: 4 }),
      (wanted, published, inserted) => {
        const live = inserted.reduce(
          (text, [at, piece]) => {
            const place = at % (text.length + 1)
            return text.slice(0, place) + piece + text.slice(place)
          },
          note(published, '<', { noteId: 5, ignoredHookedBlocks: ['acme/card'] }),
        )
        expect(toOneSpelling(carryAdditions(wanted, live))).toBe(toOneSpelling(wanted))
      },
    ),
  )
})
