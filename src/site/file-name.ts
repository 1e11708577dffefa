/** The name of the file at an address, percent-encoded as it stands there; plugins give addresses of every kind. */
export function fileNameOf(address: string): string {
  const [path = ''] = address.split(/[?#]/)
  return path.slice(path.lastIndexOf('/') + 1)
}
