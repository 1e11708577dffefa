import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { mulberry32 } from '../generate.ts'

/** Of a screenshot as people put it into articles; WordPress makes smaller ones of it. */
const WIDTH = 1280
const HEIGHT = 720

/** Dots of noise in a row, so many that the file has about 200 kB. */
const DOTS = 320
const QUALITY = 52

/**
 * Writes pictures of about 200 kB, no two alike.
 *
 * @returns the names of their files
 */
export async function writePictures(folder: string, amount: number): Promise<string[]> {
  if (amount === 0) return []
  await mkdir(folder, { recursive: true })
  const names: string[] = []
  for (let number = 0; number < amount; number += 1) {
    const name = `picture-${String(number).padStart(4, '0')}.jpg`
    await writeFile(path.join(folder, name), await noise(number))
    names.push(name)
  }
  return names
}

async function noise(seed: number): Promise<Buffer> {
  const random = mulberry32(seed)
  const height = (DOTS * HEIGHT) / WIDTH
  const dots = Buffer.from(Array.from({ length: DOTS * height * 3 }, () => Math.floor(random() * 256)))
  return await sharp(dots, { raw: { width: DOTS, height, channels: 3 } })
    .resize(WIDTH, HEIGHT)
    .jpeg({ quality: QUALITY })
    .toBuffer()
}
