/**
 * Decodes what is percent-encoded UTF-8 (URL Standard, "percent-decode"), and leaves everything else as it stands: a lone
 * percent sign is part of a name, and a sequence that is no UTF-8 has no letters to be read as.
 */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded
    }
  })
}
