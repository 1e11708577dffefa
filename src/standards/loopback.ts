/** Whether a host, as URL has it, is this machine: RFC 6761 (localhost), RFC 1122 (127/8) and RFC 4291 (::1). */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
