import { say } from '../../language/say.ts'
import type { RuleInfo } from '../../posts/rule.ts'

/** Judged by check-remote.ts, only with `check --external`. */
export const externalDown: RuleInfo = {
  id: 'external-down',
  severity: 'error',
  summary: say`With --external: the page that a link leads to can be opened.`,
}

export const externalAnchor: RuleInfo = {
  id: 'external-anchor',
  severity: 'warn',
  summary: say`With --external: the page that a link leads to has the section that the link names.`,
}

export const externalMoved: RuleInfo = {
  id: 'external-moved',
  severity: 'warn',
  summary: say`With --external: a link names the address that a page has moved to for good.`,
}

export const externalRedirect: RuleInfo = {
  id: 'external-redirect',
  severity: 'off',
  summary: say`With --external: a link is not redirected for the time being.`,
}

export const externalRefused: RuleInfo = {
  id: 'external-refused',
  severity: 'off',
  summary: say`With --external: a site answers programs, too.`,
}

export const externalUnreachable: RuleInfo = {
  id: 'external-unreachable',
  severity: 'warn',
  summary: say`With --external: a link can be reached from here, in time.`,
}

export const externalPrivate: RuleInfo = {
  id: 'external-private',
  severity: 'warn',
  summary: say`With --external: no link leads into a private network, where readers cannot follow.`,
}

export const externalRules: readonly RuleInfo[] = [
  externalDown,
  externalAnchor,
  externalMoved,
  externalRedirect,
  externalRefused,
  externalUnreachable,
  externalPrivate,
]
