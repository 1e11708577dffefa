import pc from 'picocolors'
import type { Verification } from '../verify/verify.ts'
import { harmless } from './printable.ts'
import { wrap } from './wrap.ts'

/** What visitors get of each post, with what is wrong below it. */
export function verificationsToText(verifications: readonly Verification[]): string {
  if (verifications.length === 0) return 'Nothing was changed, so there is nothing to verify.'
  return ['Verified as a visitor:', ...harmless(verifications).flatMap(toLines)].join('\n')
}

const LABELS = {
  ok: pc.green('ok      '),
  failed: pc.red('failed  '),
  skipped: pc.yellow('skipped '),
} as const

function toLines({ slug, status, notes }: Verification): string[] {
  const lines = notes.flatMap((note) => wrap(note, '      ', '      '))
  return [`  ${LABELS[status]} ${slug}`, ...lines]
}
