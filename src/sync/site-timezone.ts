import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import type { SiteFacts } from '../site/types.ts'

/**
 * A site that runs in another zone would publish every article at another hour than its author wrote.
 *
 * @throws UserError (usage) where the site's time zone is not the configured one
 */
export function assertTimezone(facts: SiteFacts, timezone: string): void {
  if (facts.timezone === timezone) return
  const offsets = [facts.gmtOffset, ...offsetsOf(timezone)]
  if (facts.timezone === '' && offsets.every((offset) => offset === offsets[0])) return
  const shown =
    facts.timezone === '' ? `UTC${facts.gmtOffset >= 0 ? '+' : ''}${facts.gmtOffset}` : facts.timezone
  throw new UserError(say`The site's time zone is ${shown}, wp.config.json says ${timezone}.`, {
    advice: say`Set site.timezone in wp.config.json, or the zone in wp-admin > Settings > General; every date would shift otherwise.`,
    exitCode: ExitCode.usage,
  })
}

/** Hours east of UTC in January and in July, which differ where there is summer time. */
function offsetsOf(timezone: string): number[] {
  return [0, 6].map((month) => {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone: timezone,
      timeZoneName: 'longOffset',
    }).formatToParts(new Date(Date.UTC(2026, month, 15)))
    const [, sign = '+', hours = '0', minutes = '0'] =
      /GMT([+-])(\d+):(\d+)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? []
    return Number(`${sign}1`) * (Number(hours) + Number(minutes) / 60)
  })
}
