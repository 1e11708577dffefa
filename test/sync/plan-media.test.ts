import { expect, test } from 'vitest'
import type { ImageFile } from '../../src/posts/types.ts'
import { fillReferences, writeReference } from '../../src/render/references.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import { planToMarkdown } from '../../src/report/plan-markdown.ts'
import type { Attachment, RemotePost } from '../../src/site/types.ts'
import { planDetails } from '../../src/sync/details.ts'
import type { SiteState } from '../../src/sync/types.ts'
import { article, plan, planText, published, site } from '../helpers/planning.ts'

const sha256 = 'a'.repeat(64)
const attachment: Attachment = {
  id: 41,
  slug: 'media-aaaaaaaaaaaa',
  url: 'https://blog.example/a.png',
  alt: 'A cat',
  caption: '',
  author: 1,
}

function picture(alt: string, caption = ''): ImageFile {
  return {
    path: 'images/a.png',
    absolutePath: '/project/images/a.png',
    sha256,
    uploadName: 'a-aaaaaaaa.png',
    mimeType: 'image/png',
    size: 1000,
    width: 10,
    height: 10,
    alt,
    caption,
  }
}

/** An article that shows the picture. */
async function showing(key: string, alt: string, caption = ''): Promise<RenderedPost> {
  const reference = (value: 'url' | 'id'): string => writeReference({ kind: 'media', key: sha256, value })
  const note = caption === '' ? '' : `<figcaption class="wp-element-caption">${caption}</figcaption>`
  const image = `<img src="${reference('url')}" alt="${alt}" class="wp-image-${reference('id')}"/>`
  const content = `<!-- wp:image -->\n<figure class="wp-block-image">${image}${note}</figure>\n<!-- /wp:image -->`
  return { ...(await article(key)), content, media: [picture(alt, caption)] }
}

/** The article's post as publishing left it. */
function live(item: RenderedPost, id: number, edited: Partial<RemotePost> = {}): RemotePost {
  const content = fillReferences(item.content, ({ value }) => (value === 'id' ? '41' : attachment.url))
  return published({ ...item, content }, id, edited)
}

function siteWith(posts: RemotePost[], changes: Partial<Attachment> = {}): SiteState {
  return { ...site(posts), media: new Map([[sha256, { ...attachment, ...changes }]]) }
}

test('another alternative text is written to the picture before the post', async () => {
  const [before, after] = [await showing('a', 'A cat'), await showing('a', 'A cat on a mat')]
  expect(planText([after], siteWith([live(before, 5)]))).toBe(
    `Plan for https://blog.example:
  ~ picture  images/a.png: alt
      alt             A cat -> A cat on a mat
  ~ post     a: content
      content
      - ![A cat](https://blog.example/a.png)
      + ![A cat on a mat](https://blog.example/a.png)
0 to create, 1 to update, 0 unchanged; 0 pictures and 0 terms to add; 1 picture
to update`,
  )
})

test('once the picture has the text, the post alone is written, and then nothing', async () => {
  const [before, after] = [await showing('a', 'A cat'), await showing('a', 'A dog', 'Not a cat')]
  const state = siteWith([live(before, 5)], { alt: 'A dog', caption: 'Not a cat' })
  expect(plan([after], state).changes.map(({ kind }) => kind)).toEqual(['update-post'])
  const settled = siteWith([live(after, 5)], { alt: 'A dog', caption: 'Not a cat' })
  expect(plan([after], settled)).toMatchObject({ changes: [], keptPictures: [] })
})

test('captions follow, too, and one that is gone is taken away', async () => {
  const [plain, noted] = [await showing('a', 'A cat'), await showing('a', 'A cat', 'Named Tama')]
  expect(plan([noted], siteWith([live(plain, 5)])).changes[0]).toMatchObject({ fields: ['caption'] })
  const state = siteWith([live(noted, 5)], { caption: 'Named Tama' })
  expect(plan([plain], state).changes[0]).toMatchObject({ kind: 'update-media', fields: ['caption'] })
})

test('a text that was edited in wp-admin stays, and is written over only when asked', async () => {
  const [before, after] = [await showing('a', 'A cat'), await showing('a', 'A cat on a mat')]
  const state = siteWith([live(before, 5)], { alt: 'By the editor' })
  const kept = plan([after], state)
  expect(kept.changes.map(({ kind }) => kind)).toEqual(['update-post'])
  expect(kept.keptPictures).toEqual([
    { path: 'images/a.png', slug: 'a', id: 41, fields: ['alt'], reason: 'edited' },
  ])
  expect(planText([after], state)).toContain(
    `  ! picture  images/a.png: alt on the site was not published from here, left
             alone
      to write over it: npm run publish -- --overwrite --only a
`,
  )
  expect(plan([before], state)).toMatchObject({ changes: [], keptPictures: [] })
  expect(plan([before], state, { overwrite: true }).changes).toMatchObject([
    { kind: 'update-media', fields: ['alt'] },
  ])
})

test('of two articles the first decides, in every part of the folder that is published', async () => {
  const [a, b] = [await showing('a', 'A cat'), await showing('b', 'A beast')]
  const [first] = plan([a, b], site([]), { selected: new Set(['b']) }).changes
  expect(first).toMatchObject({ kind: 'upload-media', media: { alt: 'A cat' } })
  const both = siteWith([live(a, 5), live(b, 6)])
  const options = { selected: new Set(['b']), overwrite: true }
  expect(plan([a, b], both)).toMatchObject({ changes: [], keptPictures: [] })
  expect(plan([a, b], both, options)).toMatchObject({ changes: [], keptPictures: [] })
  const changed = await showing('b', 'A wild beast')
  expect(plan([a, changed], both).changes.map(({ kind }) => kind)).toEqual(['update-post'])
  const other = await showing('a', 'A tabby cat')
  expect(plan([other, changed], both, options).changes.map(({ kind }) => kind)).toEqual(['update-post'])
  expect(plan([other, changed], both).changes[0]).toMatchObject({ media: { alt: 'A tabby cat' } })
})

test('an article that joins earlier takes the text over only once no other one shows it', async () => {
  const [a, b] = [await showing('a', 'A beast'), await showing('b', 'A cat')]
  const state = siteWith([live(b, 6)])
  const kinds = (items: RenderedPost[]): string[] => plan(items, state).changes.map(({ kind }) => kind)
  expect(kinds([a, b])).toEqual(['create-post'])
  expect(kinds([a])).toEqual(['update-media', 'create-post'])
  const changed = await showing('b', 'A tabby cat')
  expect(plan([a, changed], state).changes[0]).toMatchObject({ media: { alt: 'A tabby cat' } })
})

test('a picture that was only featured gets the text of the first article that has one', async () => {
  const featuring = await article('a')
  const [a, b] = [{ ...featuring, media: [picture('')] }, await showing('b', 'A cat')]
  const state = siteWith([live(featuring, 5, { featuredMedia: 41 })], { alt: '' })
  const [change] = plan([a, b], state, { selected: new Set(['b']) }).changes
  expect(change).toMatchObject({ kind: 'update-media', fields: ['alt'], media: { alt: 'A cat' } })
})

test('what is not ours is left alone: pictures of wp-admin, of other users, of edited posts', async () => {
  const [before, after] = [await showing('a', 'A cat'), await showing('a', 'A cat on a mat')]
  const kinds = (state: SiteState): string[] => plan([after], state).changes.map(({ kind }) => kind)
  expect(kinds(siteWith([live(before, 5)], { slug: 'cat' }))).toEqual(['update-post'])
  const foreign = siteWith([live(before, 5)], { author: 2 })
  expect(kinds(foreign)).toEqual(['update-post'])
  const made = plan([after], foreign)
  expect(planToMarkdown(made, planDetails(made, foreign, [after], NONE))).toContain(
    '- **Picture:** `images/a.png`: alt left alone, since another user uploaded it.\n',
  )
  const torn = live(before, 5)
  const edited = { ...torn, content: torn.content.replace('A cat', 'A cat by the editor') }
  expect(plan([after], siteWith([edited]))).toMatchObject({ changes: [], conflicts: [{}] })
})

test('the plan for GitHub shows both texts', async () => {
  const [before, after] = [await showing('a', 'A cat'), await showing('a', 'A cat | on a mat')]
  const state = siteWith([live(before, 5)])
  const made = plan([after], state)
  const markdown = planToMarkdown(made, planDetails(made, state, [after], NONE))
  expect(markdown).toContain('| ~ | picture | `images/a.png`, alt |\n')
  expect(markdown).toContain(
    '<details><summary>images/a.png, to be written</summary>\n\n```diff\n  alt\n- A cat\n+ A cat | on a mat\n```',
  )
})

const NONE = { edits: new Map(), pictures: new Map(), users: new Map() }
