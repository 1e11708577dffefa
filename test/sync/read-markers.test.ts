import { expect, test } from 'vitest'
import type { RemotePost } from '../../src/site/types.ts'
import { hashField } from '../../src/sync/fields.ts'
import { type Marker, writeMarker } from '../../src/sync/marker.ts'
import { readMarkers } from '../../src/sync/read-markers.ts'
import { ModelSite } from '../helpers/model-site.ts'
import { article, published } from '../helpers/planning.ts'

const content = (text: string): string => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`

function written(text: string, at: string | undefined, more: Partial<Marker> = {}): string {
  const marker: Marker = {
    key: 'a',
    ...(at === undefined ? {} : { at }),
    base: { content: hashField('content', content(text)) },
    stored: {},
    ...more,
  }
  return writeMarker(content(text), marker)
}

/** A site that counts what is asked of its revisions, the oldest given first. */
class CountingSite extends ModelSite {
  asked: number[] = []
  readonly #versions: readonly string[]

  constructor(versions: readonly string[]) {
    super(false)
    this.#versions = versions
  }

  override async searchRevisions(id: number) {
    this.asked.push(id)
    return this.#versions
      .map((text, index) => ({
        id: index,
        date: '',
        author: 1,
        title: 'a',
        excerpt: '',
        footnotes: '',
        content: text,
      }))
      .toReversed()
  }
}

async function post(changes: Partial<RemotePost>, id = 5): Promise<RemotePost> {
  return { ...published(await article('a'), id), ...changes }
}

test('a post that nobody saved since costs no request', async () => {
  const model = new CountingSite([])
  const one = await post({
    content: written('v1', '2026-01-01T00:00:00'),
    modifiedGmt: '2026-01-01T00:00:07',
  })
  const found = await readMarkers([one], new Set([5]), model)
  expect(found.get(5)?.at).toBe('2026-01-01T00:00:00')
  expect(model.asked).toEqual([])
})

test('an old revision that was restored does not tell what was last published', async () => {
  const versions = [written('v1', '2026-01-01T00:00:00'), written('v2', '2026-01-02T00:00:00')]
  const model = new CountingSite([...versions, versions[0] ?? ''])
  const restored = await post({ content: versions[0] ?? '', modifiedGmt: '2026-01-03T00:00:00' })
  const marker = (await readMarkers([restored], new Set(), model)).get(5)
  expect(marker?.base.content).toBe(hashField('content', content('v2')))
})

test('of two that were published within one second the restored one is not the newer', async () => {
  const at = '2026-01-01T00:00:00'
  const versions = [written('v1', at), written('v2', at), written('v1', at)]
  const restored = await post({ content: versions[0] ?? '', modifiedGmt: '2026-01-03T00:00:00' })
  const marker = (await readMarkers([restored], new Set(), new CountingSite(versions))).get(5)
  expect(marker?.base.content).toBe(hashField('content', content('v2')))
})

test('markers of 0.2.0 have no time: they are looked into once the site has one with a time', async () => {
  const old = await post({ content: written('v1', undefined), modifiedGmt: '2026-01-03T00:00:00' })
  const model = new CountingSite([written('v1', undefined)])
  await readMarkers([old], new Set(), model)
  expect(model.asked).toEqual([])
  const other = await post(
    { content: written('x', '2026-01-02T00:00:00'), modifiedGmt: '2026-01-02T00:00:01' },
    6,
  )
  expect((await readMarkers([old, other], new Set(), model)).get(5)?.base.content).toBe(
    hashField('content', content('v1')),
  )
  expect(model.asked).toEqual([5])
})

test('of a write that nobody checked the first revision tells what WordPress made of it', async () => {
  const at = '2026-01-01T00:00:00'
  const sent = written('v1 <input>', at, { isUnchecked: true })
  const stored = sent.replace(' <input>', '')
  const corrected = stored.replace('v1', 'v1, corrected')
  const untouched = await post({ content: stored, modifiedGmt: at })
  const marker = (await readMarkers([untouched], new Set(), new CountingSite([stored]))).get(5)
  expect(marker?.stored.content).toBe(hashField('content', content('v1')))

  const edited = await post({ content: corrected, modifiedGmt: at })
  const told = (await readMarkers([edited], new Set(), new CountingSite([stored, corrected]))).get(5)
  expect(told?.stored.content).toBe(hashField('content', content('v1')))
  // Nothing is filtered: nothing has to be asked.
  const model = new CountingSite([])
  await readMarkers([await post({ content: sent, modifiedGmt: at })], new Set(), model)
  expect(model.asked).toEqual([])
})

test('a marker that was taken away is found where an article means the post', async () => {
  const versions = [written('v1', '2026-01-01T00:00:00')]
  const bare = await post({ content: content('v1') })
  const model = new CountingSite(versions)
  expect((await readMarkers([bare], new Set(), model)).size).toBe(0)
  expect((await readMarkers([bare], new Set([5]), model)).get(5)?.key).toBe('a')
})
