import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadImage } from '../../src/posts/images.ts'
import type { Media } from '../../src/posts/types.ts'
import { preparePicture } from '../../src/sync/prepare-picture.ts'
import { testConfig } from '../helpers/config.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rensai-picture-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function load(name: string): Promise<Media> {
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
