import type { Config } from '../config/types.ts'
import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { isLoopback } from '../standards/loopback.ts'
import { sameSite } from '../standards/same-site.ts'

/**
 * A login for one site and the settings of another would make of every article with an `id` a second post, and turn the
 * links between the articles into links to the other site. A site whose own address is on this machine has no readers
 * who could see that.
 *
 * @param home the site's public address, as it says itself
 * @param url WP_URL
 * @throws UserError (usage) where the site is neither `site.url` nor one of `site.staging`
 */
export function assertConfiguredSite(home: string, url: string, { site }: Pick<Config, 'site'>): void {
  if ([site.url, ...site.staging].some((address) => sameSite(home, address))) return
  if (URL.canParse(home) && isLoopback(new URL(home).hostname)) return
  throw new UserError(
    sameSite(home, url)
      ? say`WP_URL is ${url}, and site.url in wp.config.json is ${site.url}: that is not the same site.`
      : say`WP_URL is ${url}, which calls itself ${home}, and site.url in wp.config.json is ${site.url}: that is not the same site.`,
    {
      advice: say`Correct one of the two; nothing was sent. If this is a site to try things out on, say so in wp.config.json: "staging": ["${home}"] within "site".`,
      exitCode: ExitCode.usage,
    },
  )
}
