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
