import { say } from '../../language/say.ts'
import { schemeOf } from '../../standards/address-scheme.ts'
import type { ContentRule, Finding } from '../rule.ts'

/** `C:\a.png`, which URL takes for a scheme of one letter, and `\\server\a.png`. */
const WINDOWS = /^(?:[a-z]:[\\/]|\\\\)/i

/** Whether an address names a file of one computer, and not of the project or of a site. */
export function isLocalAddress(url: string): boolean {
  return schemeOf(url) === 'file' || WINDOWS.test(url)
}

/** What to do about one. */
export const LOCAL_ADVICE = say`Copy the file into the project, and write its path as seen from the article, such as ../images/a.png.`

export const localAddress: ContentRule = {
  id: 'local-address',
  severity: 'error',
  summary: say`No link or picture leads to a file of your own computer.`,
  begin(_draft, _context, report) {
    const judge = (url: string, place: Finding['place']): void => {
      if (!isLocalAddress(url)) return
      report({
        reason: say`This address is of your own computer, where no reader can follow: ${url}`,
        place,
        note: LOCAL_ADVICE,
      })
    }
    return {
      link: ({ url, position }) => judge(url, position),
      image: ({ url, position }) => judge(url, position),
      definition: ({ url, position }) => judge(url, position),
    }
  },
}
