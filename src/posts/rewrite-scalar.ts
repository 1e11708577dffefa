import { parseDocument } from 'yaml'

/**
 * Writes another value where a scalar of the front matter stands, in the quotes that its author uses.
 *
 * @param written the scalar as it stands in the file, quotes included
 * @param value what it shall say
 * @returns `undefined` for a block scalar (`|`, `>`) or where the new text would not be read as `value`
 */
export function rewriteScalar(written: string, value: string): string | undefined {
  if (/^[|>]/.test(written)) return undefined
  const candidates = written.startsWith("'")
    ? [`'${value.replaceAll("'", "''")}'`]
    : written.startsWith('"')
      ? [JSON.stringify(value)]
      : [value, JSON.stringify(value)]
  return candidates.find((candidate) => reads(`- ${candidate}`, value) && reads(`[${candidate}]`, value))
}

function reads(yaml: string, value: string): boolean {
  const document = parseDocument(yaml, { version: '1.2', schema: 'failsafe', prettyErrors: false })
  if (document.errors.length > 0 || document.warnings.length > 0) return false
  return JSON.stringify(document.toJS()) === JSON.stringify([value])
}
