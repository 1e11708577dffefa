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
  return escapeJson(JSON.stringify(attributes)).replace(/"(\uFDD0[^"]*\|id\uFDD1)"/g, '$1')
}

/** A text as it stands between the quotes of a block's attribute. */
export function escapeAttributeValue(text: string): string {
  return escapeJson(JSON.stringify(text)).slice(1, -1)
}

function escapeJson(json: string): string {
  return json
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\\"', '\\u0022')
}
