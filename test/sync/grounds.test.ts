import { expect, test } from 'vitest'
import { FIELD_NAMES, type FieldName } from '../../src/fields/registry.ts'
import { type Decided, groundsOf } from '../../src/sync/grounds.ts'
import { readMarker } from '../../src/sync/marker.ts'
import { article, plan, published, site } from '../helpers/planning.ts'

const rendered = await article('a')
const remote = published(rendered, 7)
const marker = readMarker(remote.content)
if (marker === undefined) throw new Error('The post has no marker.')
const made = plan([rendered], site([published(rendered, 7, { title: 'edited' })]))
const [drift] = made.drift
if (drift === undefined) throw new Error('The edit is not drift.')

const decided: Decided = {
  after: drift.after,
  rendered: { bodyHash: 'hash', links: ['b'], media: rendered.media },
  identity: { kind: 'ours', remote, marker },
  known: {
    term: ({ name }) => (name === 'Tag' ? 3 : undefined),
    media: () => undefined,
    permalink: (key) => `https://blog.example/${key}/`,
    isPublic: () => true,
    author: () => undefined,
  },
  site: { hasFootnotes: true, hasMath: false },
  adopt: false,
}
const picture = {
  path: 'images/p.png',
  absolutePath: '/p.png',
  sha256: 'p'.repeat(64),
  uploadName: 'p.png',
  mimeType: 'image/png',
  size: 1,
  width: 1,
  height: 1,
  alt: '',
  caption: '',
}
const attachment = { id: 5, slug: 's', url: 'https://blog.example/p.png', alt: '', caption: '', author: 1 }

/** With a picture in the text, so that it can change what that is on the site. */
const pictured: Decided = { ...decided, rendered: { ...decided.rendered, media: [picture] } }

/** Another value than the one that is there. */
function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  return Array.isArray(value) ? [...value, 99] : `${String(value)} of another kind`
}

const OTHERS: readonly FieldName[] = FIELD_NAMES.filter((name) => name !== 'content')

test('the same grounds are the same, whatever stands in the contents', () => {
  const elsewhere = {
    ...decided,
    after: { ...decided.after, content: 'not looked at', footnotes: 'nor this', path: 'other.md' },
    identity: { ...decided.identity, remote: { ...remote, content: 'nor that' } },
  }
  expect(groundsOf(elsewhere)).toBe(groundsOf(decided))
})

test.each(OTHERS)('another %s on the site are other grounds', (name) => {
  const edited = { ...remote, [name]: another(remote[name]) }
  expect(groundsOf({ ...decided, identity: { kind: 'ours', remote: edited, marker } })).not.toBe(
    groundsOf(decided),
  )
})

test.each(OTHERS.filter((name) => name !== 'footnotes'))(
  'another %s of the article are other grounds',
  (name) => {
    const changed = {
      tags: [{ taxonomy: 'post_tag', name: 'Tag' }],
      categories: [{ taxonomy: 'category', name: 'Tag' }],
    }
    const value = name in changed ? changed[name as 'tags'] : another(decided.after[name])
    expect(groundsOf({ ...decided, after: { ...decided.after, [name]: value } })).not.toBe(groundsOf(decided))
  },
)

test.each<[string, Decided, Decided]>([
  ['text', decided, { ...decided, rendered: { ...decided.rendered, bodyHash: 'other' } }],
  ['address of a link', decided, { ...decided, known: { ...decided.known, permalink: () => undefined } }],
  ['other articles that it links to', decided, { ...decided, rendered: { ...decided.rendered, links: [] } }],
  ['picture', decided, pictured],
  [
    'attachment of a picture',
    pictured,
    { ...pictured, known: { ...decided.known, media: () => attachment } },
  ],
  [
    'address of an attachment',
    { ...pictured, known: { ...decided.known, media: () => attachment } },
    {
      ...pictured,
      known: { ...decided.known, media: () => ({ ...attachment, url: 'https://other.example' }) },
    },
  ],
  [
    'id of a term',
    { ...decided, after: { ...decided.after, tags: [{ taxonomy: 'post_tag', name: 'Tag' }] } },
    {
      ...decided,
      after: { ...decided.after, tags: [{ taxonomy: 'post_tag', name: 'Tag' }] },
      known: { ...decided.known, term: () => 4 },
    },
  ],
  ['time of the last save', decided, withRemote({ modifiedGmt: '2026-01-01T00:00:00' })],
  ['post', decided, withRemote({ id: 8 })],
  [
    'marker',
    decided,
    { ...decided, identity: { kind: 'ours', remote, marker: { ...marker, base: { title: '1' } } } },
  ],
  ['kind of post', decided, { ...decided, identity: { kind: 'unmanaged', remote } }],
  ['taking over', decided, { ...decided, adopt: true }],
  ['notes of the site', decided, { ...decided, site: { hasFootnotes: false, hasMath: false } }],
  ['formulas of the site', decided, { ...decided, site: { hasFootnotes: true, hasMath: true } }],
  ['what was taken over from the site', decided, { ...decided, after: { ...decided.after, pulled: 'x' } }],
])('another %s are other grounds', (_, one, other) => {
  expect(groundsOf(other)).not.toBe(groundsOf(one))
})

function withRemote(changes: Partial<typeof remote>): Decided {
  return {
    ...decided,
    identity: {
      kind: 'ours',
      remote: { ...remote, ...changes },
      marker: marker ?? { key: 'a', base: {}, stored: {} },
    },
  }
}
