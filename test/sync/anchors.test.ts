import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type KeptAnchors, keepAnchors, type PublishedContent } from '../../src/sync/anchors.ts'
import { hashField } from '../../src/sync/fields.ts'
import { readMarker, writeMarker } from '../../src/sync/marker.ts'
import { validateBlocks } from '../helpers/editor.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'

/** What a publish with these anchors leaves on the site. */
function publish({ content, anchors }: KeptAnchors): string {
  return writeMarker(content, {
    key: 'a',
    base: { content: hashField('content', content) },
    stored: {},
    anchors,
  })
}

async function render(markdown: string, format: 'blocks' | 'html' = 'blocks'): Promise<string> {
  const [post] = await renderMarkdown([markdown], { format })
  return post?.content ?? ''
}

/** Publishes one version after the other; gives what the last one leaves. */
async function publishAll(
  versions: readonly string[],
  format: 'blocks' | 'html' = 'blocks',
): Promise<string> {
  let published: string | undefined
  for (const version of versions)
    published = publish(keepAnchors(await render(version, format), post(published)))
  return published ?? ''
}

/** A post as the site has it. */
function post(content: string | undefined): PublishedContent | undefined {
  return content === undefined ? undefined : { content, marker: readMarker(content) }
}

/** Each heading line with what it carries. */
function headings(content: string): string[] {
  return [...content.matchAll(/<h\d[^>]*id="([^"]*)"[^>]*>((?:<a id="[^"]*"><\/a>)*)/g)].map(
    ([, id, carried = '']) =>
      [id, ...[...carried.matchAll(/id="([^"]*)"/g)].map(([, old]) => old)].join(' < '),
  )
}

describe.each(['blocks', 'html'] as const)('in format %s', (format) => {
  test.each([
    ['a renamed heading', ['## 概要\n\n## End', '## まとめ\n\n## End'], ['まとめ < 概要', 'end']],
    ['renamed twice', ['## One', '## Two', '## Three'], ['three < one < two']],
    ['renamed and back', ['## One', '## Two', '## One'], ['one < two']],
    ['an id of one’s own', ['## One', '## One {#first}'], ['first < one']],
    ['all renamed in order', ['## A\n\n## B', '## C\n\n## D'], ['c < a', 'd < b']],
    ['one taken out', ['## A\n\n## B\n\n## C', '## A\n\n## C'], ['a < b', 'c']],
    [
      'one put before a renamed one',
      ['## Install', '## Before\n\n## Installing'],
      ['before', 'installing < install'],
    ],
    ['moved headings', ['## A\n\n## B', '## B\n\n## A'], ['b', 'a']],
    ['a moved heading that carries one', ['## A\n\n## B', '## X\n\n## B', '## B\n\n## X'], ['b', 'x < a']],
  ])('%s', async (_, versions, expected) => {
    expect(headings(await publishAll(versions, format))).toEqual(expected)
  })
})

test('without any heading left, the first paragraph carries them', async () => {
  const content = await publishAll(['## A\n\nText', 'Text'])
  expect(content).toContain('<p><a id="a"></a>Text</p>')
  expect(headings(await publishAll(['## A\n\nText', 'Text', 'Text\n\n## A']))).toEqual(['a'])
})

test('the editor keeps headings that carry ids, with the marker, too', async () => {
  const content = await publishAll(['## 概要 -- `x`\n\nText', '## Two\n\nText', '## Three\n\nText'])
  expect(content).toContain(
    'id="three" class="wp-block-heading"><a id="概要----x"></a><a id="two"></a>Three</h2>',
  )
  expect(readMarker(content)?.anchors).toEqual([
    { id: '概要----x', heading: 'three' },
    { id: 'two', heading: 'three' },
  ])
  expect(await validateBlocks(content)).toEqual([])
})

test('what was edited in wp-admin does not change what an unchanged article asks for', async () => {
  const published = await publishAll(['## A\n\n## B', '## A2\n\n## B'])
  const edited = published.replace(/<a id="a"><\/a>/, '').replace('id="b"', 'id="edited"')
  const { content } = keepAnchors(await render('## A2\n\n## B'), post(edited))
  expect(hashField('content', content)).toBe(readMarker(published)?.base.content)
})

test('a post that was not ours keeps its links when it is taken over', async () => {
  const found = '<!-- wp:heading -->\n<h2 class="wp-block-heading" id="old">Old</h2>\n<!-- /wp:heading -->'
  expect(headings(keepAnchors(await render('## New'), post(found)).content)).toEqual(['new < old'])
})

test('whatever becomes of an article, every id ever published stays, and a second run changes nothing', async () => {
  const word = fc.constantFrom('a', 'b', 'c', '概要', 'a-1', '--')
  const version = fc.array(
    word.map((text) => `## ${text}`),
    { minLength: 1, maxLength: 5 },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(version, { minLength: 2, maxLength: 5 }), async (versions) => {
      const ids = new Set<string>()
      let published: string | undefined
      for (const lines of versions) {
        const rendered = await render(lines.join('\n\n'))
        const kept = keepAnchors(rendered, post(published))
        published = publish(kept)
        for (const [, id = ''] of kept.content.matchAll(/ id="([^"]*)"/g)) ids.add(id)
        const found = [...kept.content.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
        expect(new Set(found)).toEqual(ids)
        expect(found).toHaveLength(ids.size)
        expect(keepAnchors(rendered, post(published))).toEqual(kept)
      }
    }),
    { numRuns: 100 },
  )
})
