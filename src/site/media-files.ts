import { decodePercent } from '../standards/percent.ts'
import { sameSite } from '../standards/same-site.ts'

/** Whether two addresses are of one file of a site, whatever scheme, encoding or query they have. */
export function isSameFile(a: string, b: string): boolean {
  if (!URL.canParse(a) || !URL.canParse(b)) return false
  return sameSite(new URL(a).origin, new URL(b).origin) && pathOf(a) === pathOf(b)
}

/**
 * What all files of an attachment have in their names: WordPress adds `-300x200`, `-scaled` and `-rotated`
 * (wp_create_image_subsizes).
 *
 * @returns the name without folder and ending; the empty string where the address has none
 */
export function fileStem(url: string): string {
  const name = pathOf(url).split('/').at(-1) ?? ''
  return name.replace(/\.[^.]*$/, '').replace(/(?:-\d+x\d+|-scaled|-rotated|-e\d{13})+$/, '')
}

function pathOf(url: string): string {
  return decodePercent(new URL(url).pathname).normalize('NFC')
}
