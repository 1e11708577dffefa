import { spokenLanguage } from './language.ts'

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(.*)$/

/**
 * A date as people read it: "2025-12-22 11:00:00"; "2025年12月22日 11:00:00".
 *
 * @param local without a zone, as WordPress has it: `2025-12-22T11:00:00`
 */
export function toDateText(local: string): string {
  const [, year, month, day, time] = LOCAL.exec(local) ?? []
  if (spokenLanguage() !== 'ja' || year === undefined) return local.replace('T', ' ')
  return `${year}年${Number(month)}月${Number(day)}日 ${time}`
}
