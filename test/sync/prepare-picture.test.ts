import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadImage } from '../../src/posts/images.ts'
import type { ImageFile } from '../../src/posts/types.ts'
import { preparePicture } from '../../src/sync/prepare-picture.ts'
import { testConfig } from '../helpers/config.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rensai-picture-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function load(name: string): Promise<ImageFile> {
  const config = testConfig({ site: { url: 'https://e.example' }, images: { maxWidth: 100 } }, folder)
  const result = await loadImage(name, 'a.md', config, '')
  return result.ok ? result.media : expect.unreachable(JSON.stringify(result))
}

function plain(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#369' } })
}

test('a picture that is small and tells nothing is uploaded as it is', async () => {
  const file = path.join(folder, 'small.png')
  await plain(90, 40).png().toFile(file)
  const bytes = await preparePicture(await load('small.png'))
  expect(Buffer.from(bytes)).toEqual(await readFile(file))
})

test('a wide picture is scaled down to the configured width', async () => {
  await plain(400, 200).png().toFile(path.join(folder, 'wide.png'))
  const media = await load('wide.png')
  expect(media).toMatchObject({ width: 100, height: 50 })
  expect(await sharp(await preparePicture(media)).metadata()).toMatchObject({
    width: 100,
    height: 50,
    format: 'png',
  })
})

test('a photo above the limit is taken where what is uploaded of it is below', async () => {
  const noise = (width: number, height: number) =>
    sharp({
      create: {
        width,
        height,
        channels: 3,
        background: '#369',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    }).jpeg({ quality: 95 })
  await noise(400, 300).toFile(path.join(folder, 'large.jpg'))
  await noise(100, 1200).toFile(path.join(folder, 'tall.jpg'))
  const limit = 30_000
  const config = testConfig(
    { site: { url: 'https://e.example' }, images: { maxWidth: 100, maxBytes: limit } },
    folder,
  )
  const large = await loadImage('large.jpg', 'a.md', config, '')
  const { media } = large.ok ? large : expect.unreachable(JSON.stringify(large))
  expect(media.size).toBeGreaterThan(limit)
  expect((await preparePicture(media)).length).toBeLessThan(limit)
  expect(await loadImage('tall.jpg', 'a.md', config, '')).toMatchObject({
    ok: false,
    problem: { kind: 'too-big' },
  })
})

test('a turned and located photo arrives upright and without its location', async () => {
  await plain(60, 30)
    .withExif({ IFD3: { GPSLatitude: '35/1 40/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toFile(path.join(folder, 'photo.jpg'))
  const original = await sharp(path.join(folder, 'photo.jpg')).metadata()
  expect(original).toMatchObject({ orientation: 6 })
  const media = await load('photo.jpg')
  expect(media).toMatchObject({ width: 30, height: 60, mimeType: 'image/jpeg' })
  const prepared = await sharp(await preparePicture(media)).metadata()
  expect(prepared).toMatchObject({ width: 30, height: 60 })
  expect(prepared.exif).toBeUndefined()
})

test.each([
  ['half.png', 0.5],
  ['half.jpg', 0.5],
  ['head.png', 0.001],
])('%s, which is cut off, is named with what to do about it', async (name, share) => {
  const grain = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const noise = sharp({ create: { width: 400, height: 200, channels: 3, background: '#369', noise: grain } })
  const bytes = await (name.endsWith('jpg') ? noise.jpeg() : noise.png()).toBuffer()
  await writeFile(path.join(folder, name), bytes.subarray(0, bytes.length * share))
  await expect(preparePicture(await load(name))).rejects.toMatchObject({
    message: expect.stringMatching(
      new RegExp(`^The picture ${name} cannot be read \\([^\\n:]+.*[^:]\\)\\.$`),
    ),
    advice:
      'The file is damaged or was copied only in part: open it, save it anew, and run the command again.',
    exitCode: 1,
  })
})

/** A JPEG with one more segment behind its beginning (JPEG, B.1.1.4): XMP in APP1, IPTC of Photoshop in APP13. */
async function withSegment(name: string, marker: number, content: Buffer): Promise<void> {
  const jpeg = await plain(20, 10).jpeg().toBuffer()
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  await writeFile(
    path.join(folder, name),
    Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]),
  )
}

function xmp(properties: string): Buffer {
  const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description ${properties}/></rdf:RDF></x:xmpmeta>`
  return Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`)
}

function iptc(dataset: number, text: string): Buffer {
  const record = Buffer.concat([Buffer.from([0x1c, 2, dataset, 0, text.length]), Buffer.from(text)])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(record.length)
  return Buffer.concat([
    Buffer.from('Photoshop 3.0\0'),
    Buffer.from('8BIM\u0004\u0004\0\0', 'latin1'),
    size,
    record,
  ])
}

test.each([
  ['XMP of EXIF', 0xe1, xmp('xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="35,40.5N"')],
  [
    'XMP of a drone',
    0xe1,
    xmp('xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/" drone-dji:GpsLatitude="+35.6"'),
  ],
  [
    'XMP of Photoshop',
    0xe1,
    xmp('xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Tokyo"'),
  ],
  ['XMP of IPTC', 0xe1, xmp('xmlns:Iptc4xmpCore="http://iptc.org/" Iptc4xmpCore:Location="Home"')],
  ['IPTC: a city', 0xed, iptc(90, 'Tokyo')],
  ['IPTC: a sublocation', 0xed, iptc(92, 'Home')],
])('a place in %s does not arrive either', async (_, marker, content) => {
  await withSegment('placed.jpg', marker, content)
  const { xmp: before, iptc: old } = await sharp(path.join(folder, 'placed.jpg')).metadata()
  expect(before ?? old).toBeDefined()
  const prepared = await preparePicture(await load('placed.jpg'))
  expect(await sharp(prepared).metadata()).not.toMatchObject({ xmp: expect.anything() })
  expect(await sharp(prepared).metadata()).not.toMatchObject({ iptc: expect.anything() })
  for (const word of ['35,40', '35.6', 'Tokyo', 'Home'])
    expect(Buffer.from(prepared).includes(word)).toBe(false)
})

test.each([
  ['XMP', 0xe1, xmp('xmlns:dc="http://purl.org/dc/elements/1.1/" dc:title="Lake"')],
  ['IPTC', 0xed, iptc(5, 'Lake')],
])('%s that tells no place is left as it is', async (_, marker, content) => {
  await withSegment('plain.jpg', marker, content)
  const prepared = await preparePicture(await load('plain.jpg'))
  expect(Buffer.from(prepared)).toEqual(await readFile(path.join(folder, 'plain.jpg')))
})
