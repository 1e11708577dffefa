import { say } from '../language/say.ts'

/** A value as people read it; times of the site without their T. */
export function plainToText(value: string | number | boolean | undefined): string {
  if (typeof value === 'boolean') return value ? say`yes` : say`no`
  return String(value ?? '').replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})$/, '$1 $2')
}

/** Both values of a plan, for fields that need no names. */
export const PLAIN_TEXT = { live: plainToText, desired: plainToText }
