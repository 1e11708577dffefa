import { isDeviceName } from './names.ts'

/** Bytes in UTF-8; file systems take 255, of which the ending and a number behind it need some. */
const LONGEST = 200

/** Deep enough for every folder of articles, and shallow enough for the paths of Windows. */
const DEEPEST = 8

/** What a name on some system must not hold, or what moves the cursor, hides, or turns letters around where it is shown. */
const UNFIT =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u200b\u2060\ufeff<>:"|?*\\/]/u

/**
 * True for what may be the name of a file on every system, whoever chose it. One that begins with a dot is hidden and no
 * article, one that begins with `-` is an option to many programs.
 */
function isPortable(name: string): boolean {
  return (
    name !== '' &&
    !UNFIT.test(name) &&
    !/^[.\-~\s]|[.\s]$/.test(name) &&
    !isDeviceName(name) &&
    Buffer.byteLength(name) <= LONGEST
  )
}

/**
 * A path of names that came from elsewhere, where every file system takes it for a file below the folder it is put into.
 *
 * @param text `/`-separated, without the ending of the file
 * @returns `undefined` where it is none
 */
export function portablePath(text: string): string | undefined {
  const names = text.split('/')
  // A folder that is called like a file would keep that file from being written.
  const isFolder = names.slice(0, -1).every((name) => !/\.[a-z0-9]{1,5}$/i.test(name))
  return names.length <= DEEPEST && isFolder && names.every(isPortable) ? text : undefined
}

/**
 * A name of a file made of one that came from elsewhere.
 *
 * @param text without the ending of the file
 * @param otherwise where nothing of it is left
 */
export function portableName(text: string, otherwise: string): string {
  const plain = text.replace(new RegExp(UNFIT.source, 'gu'), '-').replace(/^[.\-~\s]+|[.\s]+$/g, '')
  const short = cut(plain, LONGEST).replace(/[.\s]+$/, '')
  if (short === '') return otherwise
  return isDeviceName(short) ? `${otherwise}-${short}` : short
}

/** The beginning of a text that takes no more bytes than these. */
function cut(text: string, bytes: number): string {
  let length = 0
  let end = 0
  for (const character of text) {
    length += Buffer.byteLength(character)
    if (length > bytes) break
    end += character.length
  }
  return text.slice(0, end)
}
