type Attributes = Readonly<Record<string, unknown>>

/** A block as the editor saves it: its markup between the comments that name it. */
export function writeBlock(name: string, attributes: Attributes, html: string): string {
  const json = Object.keys(attributes).length === 0 ? '' : `${encodeAttributes(attributes)} `
  return `<!-- wp:${name} ${json}-->\n${html}\n<!-- /wp:${name} -->`
}

/**
 * JSON as the editor writes it into a comment (serializeAttributes of @wordpress/blocks). The id of an upload is
 * a number; its reference stands there without quotes until it is filled in.
 */
export function encodeAttributes(attributes: Attributes): string {
  return JSON.stringify(attributes)
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\\"', '\\u0022')
    .replace(/"(\uFDD0[^"]*\uFDD1)"/g, '$1')
}
