import type { Config } from '../../config/types.ts'
import { say } from '../../language/say.ts'
import { reportFinding } from '../../posts/report-finding.ts'
import type { Finding, Fix, RuleInfo } from '../../posts/rule.ts'
import { escapeAmpersand } from '../../standards/html.ts'
import { own } from '../../standards/own.ts'
import type { GraphLink } from '../graph.ts'
import {
  externalAnchor,
  externalDown,
  externalMoved,
  externalPrivate,
  externalRedirect,
  externalRefused,
  externalUnreachable,
} from '../rules/external.ts'
import type { ExternalAddress, Use } from './addresses.ts'
import { type ProbeResult, permanentAddress } from './result.ts'

/** Puts what became of an address on every link to it. */
export function reportResult({ url, uses }: ExternalAddress, result: ProbeResult, config: Config): void {
  for (const use of uses) {
    for (const [rule, finding] of judge(url, use, result)) {
      reportFinding(use.file, rule, { place: use.link.place, ...finding }, config)
    }
  }
}

type Words = Omit<Finding, 'place'>

function* judge(url: URL, use: Use, result: ProbeResult): Iterable<[RuleInfo, Words]> {
  switch (result.kind) {
    case 'ok':
      yield* judgeMove(url, use, result)
      if (own(result.fragments, use.fragment) === 'missing') {
        yield [
          externalAnchor,
          {
            reason: say`${url.href} has no section "#${use.fragment}".`,
            note: say`Look at the page for its sections; a page made by scripts may have it all the same.`,
          },
        ]
      }
      return
    case 'down':
      yield [
        externalDown,
        {
          reason: say`${url.href} cannot be opened: ${result.reason}.`,
          note: say`Correct the link, or take it away.`,
        },
      ]
      return
    case 'refused':
      yield [
        externalRefused,
        {
          reason: say`${url.href} refuses programs: ${result.reason}.`,
          note: say`Look at it in a browser; externalLinks.check.ignore in wp.config.json leaves it out.`,
        },
      ]
      return
    case 'unreachable':
      yield [
        externalUnreachable,
        {
          reason: say`${url.href} could not be reached from here: ${result.reason}.`,
          note: say`Try again later, or from another network, before you change the link.`,
        },
      ]
      return
    case 'private':
      yield [
        externalPrivate,
        {
          reason: say`${url.href} was not asked: ${result.reason}.`,
          note: say`Readers cannot follow it. To ask it all the same, list it in externalLinks.check.allowAddresses.`,
        },
      ]
  }
}

function* judgeMove(
  url: URL,
  { link, fragment }: Use,
  { redirects }: Extract<ProbeResult, { kind: 'ok' }>,
): Iterable<[RuleInfo, Words]> {
  const moved = permanentAddress(redirects)
  if (moved !== undefined) {
    const suggestion = withFragment(moved, fragment)
    // Many sites send old pages that are gone to their front page.
    const isSamePage = new URL(moved).pathname !== '/' || url.pathname === '/'
    yield [
      externalMoved,
      {
        reason: say`${url.href} has moved for good to ${suggestion}`,
        note: isSamePage
          ? say`Link to the new address.`
          : say`Look whether the page is still there; this is the front page.`,
        suggestion,
        fix: isSamePage ? fixOf(link, suggestion) : undefined,
      },
    ]
    return
  }
  const [first] = redirects
  if (first === undefined) return
  yield [
    externalRedirect,
    {
      reason: say`${url.href} leads on to ${(redirects.at(-1) ?? first).to} (${first.status}, for the time being)`,
      note: say`Leave it as it is, unless the page has moved for good.`,
    },
  ]
}

function withFragment(moved: string, fragment: string): string {
  return fragment === '' || moved.includes('#') ? moved : `${moved}#${fragment}`
}

function fixOf({ range, form }: GraphLink, address: string): Fix | undefined {
  if (range === undefined) return undefined
  const text = address.replace(
    /[()<>"'\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return { ...range, text: form === 'html' ? escapeAmpersand(text) : text }
}
