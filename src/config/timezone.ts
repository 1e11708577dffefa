import { closest } from '../limits/closest.ts'

/** Abbreviations that are common, and stand for several zones of which the first is meant here: none is IANA's. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['JST', 'Asia/Tokyo'],
  ['KST', 'Asia/Seoul'],
  ['IST', 'Asia/Kolkata'],
  ['SGT', 'Asia/Singapore'],
  ['HKT', 'Asia/Hong_Kong'],
  ['BST', 'Europe/London'],
  ['CEST', 'Europe/Berlin'],
  ['EDT', 'America/New_York'],
  ['CST', 'America/Chicago'],
  ['CDT', 'America/Chicago'],
  ['MDT', 'America/Denver'],
  ['PST', 'America/Los_Angeles'],
  ['PDT', 'America/Los_Angeles'],
  ['AEST', 'Australia/Sydney'],
])

/** Offsets of Japan, as people write them for the zone. */
const JAPAN = /^(?:UTC|GMT)?\s*\+0?9(?::?00)?$/i

/** Whether a name is one of IANA's time zone database; an offset or an abbreviation is none, whatever Node makes of it. */
export function isTimezone(text: string): boolean {
  if (/^[+-]|^(?:UTC|GMT)[+-]/i.test(text) || ABBREVIATIONS.has(text.toUpperCase())) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

/** The zone that was probably meant, for advice. */
export function timezoneMeant(text: string): string | undefined {
  if (JAPAN.test(text)) return 'Asia/Tokyo'
  const known = Intl.supportedValuesOf('timeZone')
  const city = text.toLowerCase().replaceAll(' ', '_')
  return (
    ABBREVIATIONS.get(text.toUpperCase()) ??
    known.find((zone) => zone.toLowerCase().endsWith(`/${city}`)) ??
    closest(text, known, 3)
  )
}
