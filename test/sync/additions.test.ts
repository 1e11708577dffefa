import { describe, expect, test } from 'vitest'
import { comparePosts } from '../../src/sync/compare.ts'
import { toDesired } from '../../src/sync/desired.ts'
import { readMarker, removeMarker, writeMarker } from '../../src/sync/marker.ts'
import { hashSaid } from '../../src/sync/said.ts'
import { article, plan, planText, published, site } from '../helpers/planning.ts'

const body = '最初の段落です。\n\n## Head\n\n最後の段落です。'

/** What the editor and plugins add, each where it stands on a site of today. */
const additions: Readonly<Record<string, (content: string) => string>> = {
  'a note': (content) =>
    content.replace('paragraph -->\n<p>最後', 'paragraph {"metadata":{"noteId":[3]}} -->\n<p>最後'),
  'a note on the first block': (content) => content.replace('{"metadata":{', '{"metadata":{"noteId":3,'),
  'a note on words': (content) =>
    content.replace('段落で', '<mark class="wp-note" data-id="3">段落</mark>で'),
  'a hooked block': (content) =>
    content
      .replace('{"anchor":"head"}', '{"anchor":"head","metadata":{"ignoredHookedBlocks":["acme/card"]}}')
      .replace('<!-- /wp:heading -->', '<!-- /wp:heading --><!-- wp:acme/card /-->'),
  'a block hooked before all': (content) => `<!-- wp:acme/card /-->${content}`,
  'a block hooked behind all': (content) => `${content}<!-- wp:acme/card /-->`,
}

describe.each(Object.entries(additions))('%s', (_, add) => {
  test('plans nothing', async () => {
    const item = await article('a', {}, body)
    const post = published(item, 5)
    const content = add(post.content)
    expect(content).not.toBe(post.content)
    const made = plan([item], site([{ ...post, content }]))
    expect(made).toMatchObject({ changes: [], drift: [], conflicts: [] })
    expect(made.unchanged).toHaveLength(1)
  })

  test('is kept by an update, which is no conflict and shows the text alone', async () => {
    const post = published(await article('a', {}, body), 5)
    const remote = { ...post, content: add(post.content) }
    const item = await article('a', {}, body.replace('Head', 'Heads'))
    const state = site([remote])
    expect(plan([item], state)).toMatchObject({
      changes: [{ kind: 'update-post' }],
      drift: [],
      conflicts: [],
    })
    expect(planText([item], state)).toBe(`Plan for https://blog.example:
  ~ post     a: content
      content
        最初の段落です。
      - ## Head
      + ## Heads
        最後の段落です。
0 to create, 1 to update, 0 unchanged; 0 pictures and 0 terms to add`)
    const [compared] = comparePosts([item], state, { now: 0, timezone: 'Asia/Tokyo', name: undefined })
    const wanted = removeMarker(add(published(item, 5).content).replaceAll('"head"', '"heads"'))
    const sent = compared?.desired.content?.replace('<a id="head"></a>', '')
    expect(sent?.replace('"heads","metadata":{"ignoredHookedBlocks":["acme/card"]}', '"heads"')).toBe(
      wanted.replace(',"metadata":{"ignoredHookedBlocks":["acme/card"]}', ''),
    )
  })

  test('beside an edit on the site, the edit alone is drift', async () => {
    const item = await article('a', {}, body)
    const post = published(item, 5)
    const remote = { ...post, content: add(post.content.replace('です。</p>', 'でした。</p>')) }
    expect(plan([item], site([remote]))).toMatchObject({
      changes: [],
      drift: [{ fields: ['content'] }],
      conflicts: [],
    })
    expect(planText([item], site([remote]))).not.toMatch(/noteId|wp-note|acme|metadata/)
  })
})

test('the marker stands in a block of ours', async () => {
  const post = published(await article('a', {}, body), 5)
  const item = await article('a', {}, body.replace('Head', 'Heads'))
  const remote = { ...post, content: `<!-- wp:acme/card /-->${post.content}` }
  const [compared] = comparePosts([item], site([remote]), { now: 0, timezone: 'Asia/Tokyo', name: undefined })
  const marker = readMarker(post.content) ?? expect.unreachable()
  const written = writeMarker(compared?.desired.content ?? '', marker)
  expect(written).toMatch(/^<!-- wp:acme\/card \/--><!-- wp:paragraph \{"metadata":\{"rensai":/)
  expect(readMarker(written)).toEqual(marker)
  const plain = writeMarker('<!-- wp:acme/card /--><p>a</p>', marker)
  expect(plain).toMatch(/^<!-- wp:acme\/card \/--><p>a<\/p>\n<!-- rensai /)
  expect(removeMarker(plain)).toBe('<!-- wp:acme/card /--><p>a</p>')
})

test('what an article notes itself is published, and a change of it, too', async () => {
  const bound = (key: string): string =>
    `<!-- wp:paragraph {"metadata":{"bindings":{"content":{"source":"core/post-meta","args":{"key":"${key}"}}}}} -->\n<p>Bound.</p>\n<!-- /wp:paragraph -->`
  const [before, after] = [await article('a', {}, bound('x')), await article('a', {}, bound('y'))]
  const post = published(before, 5)
  const marker = readMarker(post.content) ?? expect.unreachable()
  const said = hashSaid(toDesired(before, 0, 'Asia/Tokyo'))
  const remote = { ...post, content: writeMarker(post.content, { ...marker, said }) }
  expect(plan([before], site([remote]))).toMatchObject({ changes: [], drift: [], conflicts: [] })
  expect(plan([after], site([remote]))).toMatchObject({
    changes: [{ kind: 'update-post', fields: ['content'] }],
  })
  // Somebody bound it otherwise on the site: no edit of the text.
  const rebound = { ...remote, content: remote.content.replace('"key":"x"', '"key":"z"') }
  expect(plan([before], site([rebound]))).toMatchObject({ changes: [], drift: [], conflicts: [] })
})
