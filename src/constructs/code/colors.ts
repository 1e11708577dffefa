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

/** The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** WCAG 2.2, "relative luminance". */
function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function parse(text: string): Color {
  const hex = /^#([0-9a-f]{3,8})$/i.exec(text)?.[1] ?? 'ffffff'
  const long = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex
  const part = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16)
  return [part(0), part(2), part(4)]
}
