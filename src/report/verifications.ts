import pc from 'picocolors'
import { say } from '../language/say.ts'
import type { Verification } from '../verify/verify.ts'
import { padColumns, widest } from './columns.ts'
import { harmless } from './printable.ts'
import { wrap } from './wrap.ts'

/** What visitors get of each post, with what is wrong below it. */
export function verificationsToText(verifications: readonly Verification[]): string {
  if (verifications.length === 0) return say`Nothing was changed, so there is nothing to verify.`
  return [say`Verified as a visitor:`, ...harmless(verifications).flatMap(toLines)].join('\n')
}

const WORDS = { ok: say`ok`, failed: say`failed`, skipped: say`skipped` } as const

const COLOURS = { ok: pc.green, failed: pc.red, skipped: pc.yellow } as const

const WIDTH = widest(Object.values(WORDS)) + 1

function toLines({ slug, status, notes }: Verification): string[] {
  const lines = notes.flatMap((note) => wrap(note, '      ', '      '))
  return [`  ${COLOURS[status](padColumns(WORDS[status], WIDTH))} ${slug}`, ...lines]
}
