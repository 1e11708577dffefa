import { rememberLast } from '../standards/remember-last.ts'
import { withoutAdditions } from './additions/without-additions.ts'
import { toFormerSpelling } from './former-spelling.ts'

/**
 * What a content says, in one spelling, whichever version of the editor wrote it and whatever the editor and plugins keep in
 * it beside its text: what is hashed, and shown as a difference.
 */
export const toOneSpelling = rememberLast(1024, (content) => toFormerSpelling(withoutAdditions(content)))
