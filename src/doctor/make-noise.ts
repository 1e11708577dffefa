import { randomBytes } from 'node:crypto'

/** Of three bytes for each pixel, which noise does not lose by compression; the rest is PNG's. */
const SHARE = 0.95

/**
 * A picture in PNG that is nearly as large as asked for.
 *
 * @param most bytes that it may have
 * @param width pixels that it may be wide
 */
export async function makeNoise(most: number, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const { default: sharp } = await import('sharp')
  const pixels = Math.max(1, Math.floor((most * SHARE) / 3))
  const columns = Math.min(width, Math.ceil(Math.sqrt(pixels)))
  const rows = Math.max(1, Math.floor(pixels / columns))
  const raw = { width: columns, height: rows, channels: 3 } as const
  const png = await sharp(randomBytes(columns * rows * 3), { raw })
    .png()
    .toBuffer()
  return new Uint8Array(png)
}
