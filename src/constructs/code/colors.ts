/** Red, green and blue, 0 to 255 each. */
type Color = readonly [number, number, number]

/**
 * Lays a colour thinly over another.
 *
 * @param base `#rgb` or `#rrggbb`, an alpha part is ignored; anything else counts as white
 * @param share how much of `over` shows, 0 to 1
 * @returns `#rrggbb`
 */
export function mix(base: string, over: string, share: number): string {
  const [under, top] = [parse(base), parse(over)]
  const parts = under.map((value, index) => Math.round(value + ((top[index] ?? value) - value) * share))
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function parse(text: string): Color {
  const hex = /^#([0-9a-f]{3,8})$/i.exec(text)?.[1] ?? 'ffffff'
  const long = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex
  const part = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16)
  return [part(0), part(2), part(4)]
}
