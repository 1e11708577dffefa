import { isUtf8 } from 'node:buffer'
import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'

/** Why the bytes of a file are no text for us. */
export interface ForeignText {
  /** A sentence without its subject: `is not UTF-8, but Shift_JIS`. */
  readonly reason: string
  /** The remedy, in a sentence. */
  readonly note: string
}

/** What encodings are called by people, by their names in encoding-japanese. */
const NAMES: Readonly<Record<string, string>> = {
  SJIS: 'Shift_JIS',
  EUCJP: 'EUC-JP',
  JIS: 'ISO-2022-JP',
}

/** How ISO-2022-JP changes the set of characters (RFC 1468); every byte of it is ASCII. */
const ESCAPE = ['\x1b$', '\x1b(']

/**
 * Says that a file is not UTF-8, and what it seems to be instead, from its bytes alone.
 *
 * @returns `undefined` for UTF-8, a byte order mark before it or not
 */
export async function findForeignText(bytes: Uint8Array): Promise<ForeignText | undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isValid = isUtf8(buffer)
  if (isValid && !buffer.includes(0) && !ESCAPE.some((sign) => buffer.includes(sign))) return undefined
  const name = await encodingOf(buffer)
  if (name === undefined && isValid) return undefined
  return name === undefined
    ? {
        reason: say`is not valid UTF-8`,
        note: say`Mend or remove the broken characters, and save it as UTF-8.`,
      }
    : {
        reason: say`is not UTF-8, but ${name}`,
        note: say`Save it as UTF-8: in VS Code by "Reopen with Encoding" and "Save with Encoding", in a terminal by iconv -f ${name} -t UTF-8.`,
      }
}

/**
 * The text of a file of the project that is no article, without its byte order mark.
 *
 * @param name as people know the file
 * @throws UserError (usage) where it is not UTF-8
 */
export async function decodeText(bytes: Uint8Array, name: string): Promise<string> {
  const foreign = await findForeignText(bytes)
  if (foreign === undefined) return new TextDecoder().decode(bytes)
  throw new UserError(say`${name} ${foreign.reason}.`, { advice: foreign.note, exitCode: ExitCode.usage })
}

async function encodingOf(buffer: Buffer): Promise<string | undefined> {
  const [first, second] = buffer
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16'
  // Every other byte of Latin letters and line ends is zero there, and hardly any in another text.
  if (buffer.includes(0)) return isWide(buffer) ? 'UTF-16' : undefined
  if (isBrokenUtf8(buffer)) return undefined
  // Loaded late: its tables are large, and hardly a file needs them.
  const { default: encoding } = await import('encoding-japanese')
  const found = encoding.detect(buffer, ['JIS', 'EUCJP', 'SJIS'])
  return found === false ? undefined : NAMES[found]
}

/** Whether zeros stand in every other place, as a line end has one in UTF-16. */
function isWide(buffer: Buffer): boolean {
  const [even, odd] = [0, 1].map((start) => {
    let zeros = 0
    for (let at = start; at < buffer.length; at += 2) if (buffer[at] === 0) zeros += 1
    return zeros
  })
  return Math.min(even ?? 0, odd ?? 0) * 4 < Math.max(even ?? 0, odd ?? 0) && buffer.length % 2 === 0
}

/** Whether more characters are right as UTF-8 than wrong: then it is that, and damaged. */
function isBrokenUtf8(buffer: Buffer): boolean {
  if (isUtf8(buffer)) return false
  const text = buffer.toString('utf8')
  const wrong = text.match(/\uFFFD/g)?.length ?? 0
  const right = text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0
  return right > wrong
}
