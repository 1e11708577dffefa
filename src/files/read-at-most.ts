import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'

/**
 * The bytes of a file; of one that is larger, only one more than `most`, which shows that it is.
 *
 * @throws Error of node:fs where it cannot be read
 */
export function readAtMost(file: string, most: number): Uint8Array {
  const descriptor = openSync(file, 'r')
  try {
    if (fstatSync(descriptor).size <= most) return readFileSync(descriptor)
    const bytes = new Uint8Array(most + 1)
    return bytes.subarray(0, readSync(descriptor, bytes))
  } finally {
    closeSync(descriptor)
  }
}
