import type { RuleInfo } from '../posts/rule.ts'

export const linkTarget: RuleInfo = {
  id: 'link-target',
  severity: 'error',
  summary: 'A link to a file leads to an article that is there.',
}

export const linkAnchor: RuleInfo = {
  id: 'link-anchor',
  severity: 'error',
  summary: 'A link to a section leads to a heading that is there.',
}

export const linkUnclaimed: RuleInfo = {
  id: 'link-unclaimed',
  severity: 'warn',
  summary: 'A permalink of the own site is that of an article here.',
}

export const seriesSiblings: RuleInfo = {
  id: 'series-siblings',
  severity: 'error',
  summary: 'A member of a series links to every other member of its language.',
}

export const seriesMemberMissing: RuleInfo = {
  id: 'series-member-missing',
  severity: 'warn',
  summary: 'Every member of a series is there.',
}

/** Every rule about what lies between articles, in the order of docs/rules.md. */
export const linkRules: readonly RuleInfo[] = [
  linkTarget,
  linkAnchor,
  linkUnclaimed,
  seriesSiblings,
  seriesMemberMissing,
]
