import { expect, test } from 'vitest'
import type { ImageFile } from '../../src/posts/types.ts'
import { writeReference } from '../../src/render/references.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import { planToMarkdown } from '../../src/report/plan-markdown.ts'
import { SiteError } from '../../src/site/errors.ts'
import { sha256 } from '../../src/standards/sha256.ts'
import { planDetails } from '../../src/sync/details.ts'
import { readSite } from '../../src/sync/read-site.ts'
import { testConfig } from '../helpers/config.ts'
import { ModelSite } from '../helpers/model-site.ts'
import { article, plan, planText } from '../helpers/planning.ts'

const config = testConfig({ site: { url: 'https://model.example', timezone: 'UTC' } })
const bytes = Buffer.from('the picture')

/** A site whose post shows a picture that was uploaded in wp-admin. */
class PictureSite extends ModelSite {
  downloads = 0

  constructor(
    readonly answer: () => Buffer | undefined,
    size: number | undefined = bytes.length,
    slug = 'cat',
  ) {
    super(true)
    const made = { id: 41, slug, url: 'https://model.example/cat.png', alt: '', caption: '', author: 1 }
    this.media.push({ ...made, bytes: size })
  }

  override async download(): Promise<Buffer | undefined> {
    this.downloads += 1
    return this.answer()
  }
}

const refuse = (): never => {
  throw new SiteError('refused', { advice: '', status: 403, short: 'the site answered 403' })
}

async function showing(key: string): Promise<RenderedPost> {
  const hash = sha256(bytes)
  const shape = { mimeType: 'image/png', size: bytes.length, width: 1, height: 1, alt: '', caption: '' }
  const picture: ImageFile = {
    path: 'images/cat.png',
    absolutePath: '/project/images/cat.png',
    sha256: hash,
    uploadName: 'cat.png',
    ...shape,
  }
  const reference = (value: 'url' | 'id'): string => writeReference({ kind: 'media', key: hash, value })
  const content = `<!-- wp:image -->\n<figure class="wp-block-image"><img src="${reference('url')}" alt="" class="wp-image-${reference('id')}"/></figure>\n<!-- /wp:image -->`
  return { ...(await article(key)), content, media: [picture] }
}

/** The post that the article was pulled from, and another article that is new. */
async function read(site: PictureSite) {
  await site.createPost({
    slug: 'one',
    title: 'one',
    status: 'publish',
    content: '<img src="https://model.example/cat.png" class="wp-image-41"/>',
  })
  const rendered = [await showing('one'), await article('two')]
  return { rendered, state: await readSite(site, rendered, config) }
}

test('of a picture that cannot be read nothing is concluded: its article is left alone, the others go on', async () => {
  const { rendered, state } = await read(new PictureSite(refuse))
  const options = { timezone: 'UTC', adopt: true }
  const made = plan(rendered, state, options)
  expect(made.changes.map((change) => [change.kind, 'after' in change ? change.after.key : ''])).toEqual([
    ['create-post', 'two'],
  ])
  expect(made.conflicts).toMatchObject([{ slug: 'one', reason: 'picture-unread' }])
  expect(planText(rendered, state, options)).toContain(`
  ! conflict one: whether the site has images/cat.png already is not known,
             since https://model.example/cat.png cannot be read (the site
             answered 403); nothing is written
      Run the command again, or open that address in a browser: the picture has
      to be public.
      to upload it anyway: `)
  const details = planDetails(made, state, rendered, {
    edits: new Map(),
    pictures: new Map(),
    users: new Map(),
  })
  expect(planToMarkdown(made, details)).toContain(
    '**Conflict:** `one` is left alone: whether the site has images/cat.png already is not known',
  )
})

test('who overwrites has the picture uploaded', async () => {
  const { rendered, state } = await read(new PictureSite(refuse))
  const made = plan(rendered, state, { timezone: 'UTC', adopt: true, overwrite: true })
  expect(made.changes.map(({ kind }) => kind)).toEqual(['upload-media', 'create-post', 'update-post'])
})

test('a picture that is read is known; one that is gone is uploaded', async () => {
  const found = await read(new PictureSite(() => bytes))
  expect(found.state.media.get(sha256(bytes))?.id).toBe(41)
  expect(found.state.unread).toEqual(new Map())
  const gone = await read(new PictureSite(() => undefined))
  expect(gone.state.unread).toEqual(new Map())
  expect(
    plan(gone.rendered, gone.state, { timezone: 'UTC', adopt: true }).changes.map(({ kind }) => kind),
  ).toEqual(['upload-media', 'create-post', 'update-post'])
})

test.each([
  ['of another size', new PictureSite(refuse, 99)],
  [
    'that was uploaded from here under the name of other bytes',
    new PictureSite(refuse, undefined, 'media-0123456789ab'),
  ],
])('a picture %s is not asked for', async (_, site) => {
  const { state } = await read(site)
  expect(site.downloads).toBe(0)
  expect(state.unread).toEqual(new Map())
})

test('what ends a run ends it here, too', async () => {
  const site = new PictureSite(() => {
    throw new SiteError('gone', { advice: '', endsRun: true })
  })
  await expect(read(site)).rejects.toThrow('gone')
})
