import { say } from '../language/say.ts'
import { Refusal } from './write-error.ts'

/** Names that Windows gives to devices, with whatever extension (learn.microsoft.com, "Naming Files, Paths"). */
const DEVICES = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i

/** What no name holds there; a colon would lead to another drive or into a stream of the file. */
const NOT_ON_WINDOWS = /[<>:"|?*\\]|[. ]$/

/**
 * Splits the name of a file or folder below the project into the names on the way to it. It may come from anywhere: a
 * name that would lead out of the project is refused.
 *
 * @param name `/`-separated
 * @throws Refusal
 */
export function splitName(name: string, platform: NodeJS.Platform = process.platform): string[] {
  const parts = name.split('/')
  for (const part of parts) assertName(part, platform)
  return parts
}

/** True for what Windows takes for a device, wherever it lies and whatever extension it has. */
export function isDeviceName(name: string): boolean {
  return DEVICES.test(name)
}

function assertName(part: string, platform: NodeJS.Platform): void {
  const leadsOut = part === '' || part === '.' || part === '..' || part.includes('\0')
  if (leadsOut || (platform === 'win32' && (DEVICES.test(part) || NOT_ON_WINDOWS.test(part)))) {
    throw new Refusal(
      say`that is no name inside the project`,
      say`Rensai writes inside the folder of wp.config.json alone. Give it another name, or move it there.`,
    )
  }
}
