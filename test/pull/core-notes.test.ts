import { expect, test } from 'vitest'
import { inPlainNotes, type Noted, sameNoted } from '../../src/content/core-notes.ts'
import { contentToMarkdown } from '../../src/pull/content-to-markdown.ts'
import { noteLabels } from '../../src/pull/footnotes.ts'
import { rebody } from '../../src/pull/merge-body.ts'
import { createToPlain } from '../../src/pull/plain-content.ts'
import { parseMarkdown } from '../../src/render/markdown.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import { plainContext } from '../helpers/pull-project.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'

const KEY = 'example-1'
const NEW = '0b7a4ad7-52b8-4f0f-9c4a-2f9d3e9a3c11'

async function render(body: string): Promise<RenderedPost> {
  const [post] = await renderMarkdown([body], { format: 'blocks' })
  return post ?? expect.unreachable()
}

/** What the site has of a body: the core block, and the post's meta. */
async function publish(body: string): Promise<Noted> {
  const { core } = await render(body)
  return core ?? expect.unreachable()
}

interface MetaNote {
  readonly id: string
  readonly content: string
}

/** As if an editor had changed the words, the notes, or both in wp-admin. */
function edit(
  { content, footnotes }: Noted,
  change: (content: string) => string,
  changeNotes: (notes: readonly MetaNote[]) => readonly MetaNote[] = (notes) => notes,
): Noted {
  return {
    content: change(content),
    footnotes: JSON.stringify(changeNotes(JSON.parse(footnotes) as MetaNote[])),
  }
}

const reference = (id: string): string =>
  `<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">*</a></sup>`

/** Pulls what the site has into a file, and asks whether the plan then is empty. */
async function pull(body: string, live: Noted): Promise<string> {
  const plain = createToPlain(KEY, (await render(body)).content)(live)
  const labels = noteLabels(parseMarkdown(body))
  const context = { ...plainContext('blocks'), label: (identifier: string) => labels.get(identifier) }
  const written = await rebody(body, plain ?? expect.unreachable(), context)
  const again = await render(written)
  expect(sameNoted(again.core ?? { content: again.content, footnotes: '' }, live)).toBe(true)
  return written
}

const body = `First[^a] __line__,
by hand[^Note].

[^a]: Note *one*
    on two lines.
[^Note]: AT&T, [link][ref].

Again[^a] and 日本[^1]。

[^1]: 最後。
[^unused]: Nobody refers to it.
[ref]: https://e.example/
`

test('an edit elsewhere leaves every note and every other byte alone', async () => {
  const live = edit(await publish(body), (content) => content.replace('Again', 'Once more'))
  expect(await pull(body, live)).toBe(body.replace('Again', 'Once more'))
})

test('a paragraph that was edited keeps the labels of its notes as they were written', async () => {
  const live = edit(await publish(body), (content) => content.replace('by hand', 'in wp-admin'))
  expect(await pull(body, live)).toBe(
    body.replace('First[^a] __line__,\nby hand[^Note].', 'First[^a] **line**, in wp-admin[^Note].'),
  )
})

test('the text of a note that was edited is written in its place', async () => {
  const live = edit(
    await publish(body),
    (content) => content,
    (notes) =>
      notes.map((note) => ({ ...note, content: note.content.replace('最後', '<b>AT&amp;T</b> と最後') })),
  )
  expect(await pull(body, live)).toBe(body.replace('最後', '**AT&T** と最後'))
})

test('a note that was added gets a number that is free', async () => {
  const live = edit(
    await publish(body),
    (content) => content.replace('Again', `Again${reference(NEW)}`),
    ([first, second, ...rest]) => [
      ...[first, second].filter((note) => note !== undefined),
      { id: NEW, content: 'Added<br><br>there.' },
      ...rest,
    ],
  )
  expect(await pull(body, live)).toBe(`${body.replace('Again', 'Again[^2]')}\n[^2]: Added\n\n    there.\n`)
})

test('a note that was removed goes, the others stay', async () => {
  const live = edit(
    await publish(body),
    (content) => content.replace(/日本<sup.*?<\/sup>/, '日本'),
    (notes) => notes.slice(0, -1),
  )
  expect(await pull(body, live)).toBe(body.replace('日本[^1]', '日本').replace('[^1]: 最後。\n', ''))
})

test('all notes removed', async () => {
  const live = { content: (await publish('a[^1] b\n\n[^1]: c')).content, footnotes: '' }
  const content = live.content.replace(/<sup.*?<\/sup>/, '').replace('\n\n<!-- wp:footnotes /-->', '')
  expect(await pull('a[^1] b\n\n[^1]: c\n\nd\n', { ...live, content })).toBe('a b\n')
})

test('what was written behind the block of notes stands before them', async () => {
  const paragraph = '<!-- wp:paragraph -->\n<p>Behind.</p>\n<!-- /wp:paragraph -->'
  const live = edit(await publish('a[^1]\n\n[^1]: c'), (content) => `${content}\n\n${paragraph}`)
  expect(await pull('a[^1]\n\n[^1]: c\n', live)).toBe('a[^1]\n\n[^1]: c\n\nBehind.\n')
})

test('notes of a post that is not here are numbered; those of a lost article get their numbers again', async () => {
  const foreign: Noted = {
    content: `<!-- wp:paragraph -->\n<p>x${reference(NEW)}y${reference(`${NEW}2`)}</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:footnotes /-->`,
    footnotes: JSON.stringify([
      { id: NEW, content: 'One <em>note</em>.' },
      { id: `${NEW}2`, content: '<a href="https://e.example/">Two</a>' },
    ]),
  }
  const context = plainContext('blocks')
  const bring = async (noted: Noted): Promise<string> =>
    await contentToMarkdown(createToPlain(KEY, '')(noted) ?? expect.unreachable(), context)
  const written = 'x[^1]y[^2]\n\n[^1]: One *note*.\n\n[^2]: [Two](https://e.example/)\n'
  expect(await bring(foreign)).toBe(written)
  expect(sameNoted(await publish(written), foreign)).toBe(true)
  const lost = 'x[^7] y[^2] z[^word]\n\n[^7]: A\n\n[^2]: B\n\n[^word]: C\n'
  expect(await bring(await publish(lost))).toBe(lost.replaceAll('word', '1'))
})

test.each([
  [
    'a note that nothing refers to',
    { content: '<!-- wp:footnotes /-->', footnotes: '[{"id":"a","content":"b"}]' },
  ],
  [
    'a block inside another one',
    {
      content: `<!-- wp:group --><div>${reference('a')}<!-- wp:footnotes /--></div><!-- /wp:group -->`,
      footnotes: '[{"id":"a","content":"b"}]',
    },
  ],
  [
    'a block with settings',
    {
      content: `${reference('a')}<!-- wp:footnotes {"className":"x"} /-->`,
      footnotes: '[{"id":"a","content":"b"}]',
    },
  ],
  ['meta that is no list', { content: 'a<!-- wp:footnotes /-->', footnotes: 'x' }],
])('%s cannot be said otherwise', (_, noted) => {
  expect(inPlainNotes(noted)).toBeUndefined()
})
