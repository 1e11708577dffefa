/**
 * Whether two addresses are of one site: http or https, with `www.` or without, with a slash at the end or without, and
 * however URL allows a host to be written. Another port or folder is another site, since WordPress has one for each.
 */
export function sameSite(a: string, b: string): boolean {
  return bare(a) === bare(b)
}

function bare(text: string): string {
  if (!URL.canParse(text)) return text
  const { hostname, port, pathname } = new URL(text)
  const host = hostname.replace(/^www\./, '').replace(/\.$/, '')
  return `${host}:${port}${pathname.replace(/\/+$/, '')}`
}
