import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { type FaultProxy, startFaultProxy } from '../helpers/fault-proxy.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

let wordpress: TestSandbox
let proxy: FaultProxy
let project: Project

beforeAll(async () => {
  wordpress = await startTestSandbox()
  proxy = await startFaultProxy(wordpress.url)
})

afterAll(async () => {
  await proxy?.close()
  await wordpress?.stop()
})

beforeEach(async () => {
  project = await copyProject('test/fixtures/pair')
})

afterEach(async () => {
  for (const list of ['/wp/v2/posts?status=any', '/wp/v2/media?']) {
    const items = await wordpress.rest<Item[]>('GET', `${list}&per_page=100`)
    const [route] = list.split('?')
    for (const { id } of items) await wordpress.rest('DELETE', `${route}/${id}?force=true`)
  }
  await project.remove()
})

interface Item {
  readonly id: number
  readonly slug: string
  readonly status: string
  readonly source_url: string
  readonly alt_text: string
  readonly caption: { readonly raw: string }
}

async function publish(options: readonly string[] = [], environment = wordpress.environment) {
  const args = ['publish', '--json', '--create-categories', '--config', project.config, ...options]
  return await runCli(args, environment)
}

async function write(body: string): Promise<void> {
  await project.edit('posts/first-en.md', (text) => text.replace(/\n!\[[\s\S]*$/, `\n${body}\n`))
}

async function pictures(): Promise<Item[]> {
  return await wordpress.rest<Item[]>('GET', '/wp/v2/media?context=edit&orderby=id&order=asc')
}

function plain(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#369' } })
}

async function download({ source_url: url }: Item): Promise<Buffer> {
  return Buffer.from(await (await fetch(url)).arrayBuffer())
}

test('pictures arrive under clean names, small ones byte for byte, photos without their location', async () => {
  const images = path.join(project.root, 'images')
  await mkdir(path.join(images, '図'))
  await plain(30, 20).png().toFile(path.join(images, 'image copy 37.png'))
  await plain(40, 20).png().toFile(path.join(images, '図/構成図.png'))
  const taken = { IFD0: { Model: 'A camera' }, IFD3: { GPSLatitude: '35/1 40/1 0/1', GPSLatitudeRef: 'N' } }
  await plain(60, 30).withExif(taken).jpeg().toFile(path.join(images, '東京 Tower.JPG'))
  await plain(50, 30).withExif({ IFD0: taken.IFD0 }).jpeg().toFile(path.join(images, 'plain photo.jpeg'))
  await write(
    [
      '![37](<../images/image copy 37.png>)',
      '![図](../images/図/構成図.png)',
      '![東京](<../images/東京 Tower.JPG>)',
      '![Photo](<../images/plain photo.jpeg>)',
      '![A dot](../images/dot.png)',
    ].join('\n\n'),
  )
  const first = await publish()
  expect(first.exitCode, first.stderr).toBe(0)

  // Several are sent at once, so that their ids tell no order.
  const sent = ['image-copy', 'image-', 'tower', 'plain', 'dot']
  const nameOf = ({ source_url: url }: Item): string => path.posix.basename(decodeURIComponent(url))
  const placeOf = (item: Item): number => sent.findIndex((name) => nameOf(item).startsWith(name))
  const uploaded = (await pictures()).toSorted((a, b) => placeOf(a) - placeOf(b))
  const names = uploaded.map(nameOf)
  expect(names.map((name) => name.replace(/[0-9a-f]{8}(?=\.)/, 'HASH'))).toEqual([
    'image-copy-37-HASH.png',
    'image-HASH.png',
    'tower-HASH.jpg',
    'plain-photo-HASH.jpg',
    'dot-HASH.png',
  ])
  const [copy, drawing, photo, camera] = await Promise.all(uploaded.map(download))
  expect(copy).toEqual(await readFile(path.join(images, 'image copy 37.png')))
  expect(drawing).toEqual(await readFile(path.join(images, '図/構成図.png')))
  // Without a location, the whole file stays, what the camera says of itself included.
  expect(camera).toEqual(await readFile(path.join(images, 'plain photo.jpeg')))
  expect(await sharp(photo).metadata()).toMatchObject({ width: 60, height: 30, format: 'jpeg' })
  expect((await sharp(photo).metadata()).exif).toBeUndefined()
  expect((await publish()).json()).toMatchObject({ changes: [], requests: { mutating: 0 } })
})

test('texts of a picture follow the article, and an edit of them in wp-admin stays', async () => {
  await write('![A dot](../images/dot.png)')
  await publish()
  const alt = '5% <off> & "more"'
  await write(`![${alt}](../images/dot.png "A <b>caption</b> & more")`)
  const changed = await publish()
  expect(changed.json()).toMatchObject({
    changes: [
      { kind: 'update-media', path: 'images/dot.png', fields: ['alt', 'caption'] },
      { kind: 'update-post', slug: 'first-name-en', fields: ['content'] },
    ],
    outcomes: [{ status: 'applied' }, { status: 'applied' }],
    requests: { mutating: 2 },
  })
  expect(await pictures()).toMatchObject([{ caption: { raw: 'A &lt;b&gt;caption&lt;/b&gt; &amp; more' } }])
  // What WordPress stores of such a text counts as the text.
  expect((await publish(['--overwrite'])).json()).toMatchObject({ changes: [] })

  await write('![Two dots](../images/dot.png)')
  await publish()
  const [picture] = await pictures()
  expect(picture).toMatchObject({ alt_text: 'Two dots', caption: { raw: '' } })
  await wordpress.rest('POST', `/wp/v2/media/${picture?.id}`, { alt_text: 'By the editor' })
  await write('![Three dots](../images/dot.png)')
  const kept = await publish()
  expect(kept.json()).toMatchObject({
    changes: [{ kind: 'update-post' }],
    keptPictures: [{ path: 'images/dot.png', slug: 'first-name-en', fields: ['alt'], reason: 'edited' }],
  })
  expect(await pictures()).toMatchObject([{ alt_text: 'By the editor' }])
  expect((await publish()).json()).toMatchObject({ changes: [], keptPictures: [] })
  await publish(['--overwrite', '--only', 'first-name-en'])
  expect(await pictures()).toMatchObject([{ alt_text: 'Three dots' }])
})

test('interrupted after the picture has its new text, the next run writes the post', async () => {
  await write('![A dot](../images/dot.png)')
  await publish()
  await write('![Two dots](../images/dot.png)')
  const environment = { ...wordpress.environment, WP_URL: proxy.url }
  proxy.refuse((request) => request.startsWith('POST ') && request.includes('/posts'))
  expect((await publish([], environment)).exitCode).toBe(5)
  proxy.refuse(() => false)
  expect(await pictures()).toMatchObject([{ alt_text: 'Two dots' }])
  expect((await publish()).json()).toMatchObject({ changes: [{ kind: 'update-post' }] })
  expect((await publish()).json()).toMatchObject({ changes: [], requests: { mutating: 0 } })
})

test('an Author whose picture it is not leaves its text alone and says so', async () => {
  await write('![A dot](../images/dot.png)')
  await publish()
  const author = await wordpress.createUser('writer', 'author')
  await project.edit('posts/first-en.md', (text) =>
    text.replace('slug: first', 'slug: other').replace('A dot', 'Of the author'),
  )
  await project.edit('wp.config.json', (text) => text.replace('folder-name', 'other'))
  await project.edit('posts/second-en.md', (text) => text.replace('slug: second', 'slug: another'))
  const result = await publish([], author)
  expect(result.exitCode, result.stderr).toBe(0)
  expect(result.json()).toMatchObject({ keptPictures: [{ fields: ['alt'], reason: 'foreign' }] })
  expect(await pictures()).toMatchObject([{ alt_text: 'A dot' }])
})

test('of a pair that waits, neither is public while the picture of one cannot be uploaded', async () => {
  await project.edit('posts/first-en.md', (text) =>
    text.replace('slug:', 'pair: story\nslug:').replace('Tag NAME', 'Tag of the pair'),
  )
  await project.edit('posts/second-en.md', (text) =>
    text
      .replace('slug: second-name-en', 'pair: story\nlang: ja\nslug: second-name-jp')
      .replace('[the first](./first-en.md)', 'nothing'),
  )
  const environment = { ...wordpress.environment, WP_URL: proxy.url }
  proxy.refuse((request) => request.startsWith('POST ') && request.includes('/media'))
  const failed = await publish(['--wait-for-pair'], environment)
  proxy.refuse(() => false)
  expect(failed.exitCode, failed.stderr).toBe(5)
  const statuses = async (): Promise<string[]> => {
    const posts = await wordpress.rest<Item[]>('GET', '/wp/v2/posts?context=edit&status=any&orderby=slug')
    return posts.filter(({ slug }) => /name-\w\w$/.test(slug)).map(({ slug, status }) => `${slug} ${status}`)
  }
  expect((await statuses()).filter((text) => text.endsWith(' publish'))).toEqual([])
  expect(failed.stderr).toContain(
    'skipped: The other language of its pair failed, so it was not made public.',
  )
  expect((await publish(['--wait-for-pair'])).exitCode).toBe(0)
  expect((await statuses()).sort()).toEqual(['first-name-en publish', 'second-name-jp publish'])
})

test('a featured picture of the media library is taken by its address, in any of its sizes', async () => {
  // Wide enough to be scaled by WordPress, with a name that it encodes.
  const bytes = await plain(2600, 400).jpeg().toBuffer()
  const { id } = await upload('表紙 v2.jpg', 'image/jpeg', bytes)
  const renamed = await wordpress.rest<Uploaded>('POST', `/wp/v2/media/${id}`, {
    title: '別の題',
    slug: 'else',
  })
  const name = async (address: string): Promise<void> => {
    await project.edit('posts/first-en.md', (text) =>
      text.replace(/featured_image: .*/, `featured_image: ${address}`),
    )
  }
  const featured = async (): Promise<number | undefined> => {
    const posts = await wordpress.rest<{ featured_media: number }[]>('GET', '/wp/v2/posts?slug=first-name-en')
    return posts[0]?.featured_media
  }
  await project.edit('wp.config.json', (text) => text.replace('https://blog.example', wordpress.url))
  const { sizes } = renamed.media_details
  for (const address of [renamed.source_url, ...Object.values(sizes).map((size) => size.source_url)]) {
    await name(address)
    const result = await publish()
    expect(result.exitCode, result.stderr).toBe(0)
    expect(await featured(), address).toBe(id)
  }
  expect((await publish()).json()).toMatchObject({ changes: [], requests: { mutating: 0 } })
  expect(await pictures()).toHaveLength(2)

  const gone = `${wordpress.url}/wp-content/uploads/2026/01/gone.png`
  await name(gone)
  const refused = await publish()
  expect(refused.exitCode).toBe(1)
  expect(refused.stderr.replace(/\s+/g, ' ')).toContain(
    `posts/first-en.md:8:17: the media library of the site has no picture ${gone}.`,
  )
  expect(await featured()).toBe(id)

  // WordPress would take the picture off the post for anything else.
  await name((await upload('doc.pdf', 'application/pdf', Buffer.from('%PDF-1.4\n%%EOF\n'))).source_url)
  expect((await publish()).exitCode).toBe(1)
  expect(await featured()).toBe(id)

  // Elsewhere, the article goes without its picture rather than not at all.
  await project.edit('wp.config.json', (text) => text.replace(wordpress.url, 'https://blog.example'))
  await name('https://blog.example/wp-content/uploads/2026/01/a.png')
  const elsewhere = await publish()
  expect(elsewhere.exitCode, elsewhere.stderr).toBe(0)
  expect(await featured()).toBe(id)
})

async function upload(name: string, type: string, bytes: Buffer): Promise<Item> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name, { type }))
  const { WP_USERNAME = '', WP_APP_PASSWORD = '' } = wordpress.environment
  const response = await fetch(`${wordpress.url}/wp-json/wp/v2/media`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${WP_USERNAME}:${WP_APP_PASSWORD}`)}`, connection: 'close' },
    body: form,
  })
  return (await response.json()) as Item
}

interface Uploaded extends Item {
  readonly media_details: { readonly sizes: Readonly<Record<string, { readonly source_url: string }>> }
}
