/**
 * Reads a Retry-After header: seconds, or a date (RFC 9110, 10.2.3).
 *
 * @param header `undefined` or `null` where there is none
 * @param now milliseconds since 1970
 * @returns milliseconds to wait, never negative; `undefined` where the header is missing or makes no sense
 */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  if (header === undefined || header === null) return undefined
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
