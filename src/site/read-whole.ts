/**
 * The longest answer or file that is taken, in bytes: parsing one takes some six times as much memory. A hundred posts,
 * the most that WordPress gives at once, are a hundredth of it in a usual blog.
 */
export const MOST_BYTES = 64 * 1024 * 1024

/** A body that is longer than it may be; the rest of it was not read. */
export class TooLong extends Error {
  override readonly name = 'TooLong'
}

/**
 * Reads the body of an answer as it comes, after decompression.
 *
 * @param most bytes that are taken
 * @throws TooLong as soon as there are more, or where the answer announces more
 */
export async function readWhole(response: Response, most = MOST_BYTES): Promise<Uint8Array<ArrayBuffer>> {
  const { body } = response
  if (body === null) return new Uint8Array()
  // What is announced is the compressed length, which is never the longer one by much.
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await body.cancel()
    throw new TooLong()
  }
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    length += part.byteLength
    // Leaving the loop cancels the body.
    if (length > most) throw new TooLong()
    parts.push(part)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

/** `64 MB`, as people count them. */
export function toMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`
}
