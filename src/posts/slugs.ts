import { own } from '../standards/own.ts'

/**
 * A slug as people read it. WordPress keeps every letter that is not ASCII as percent-encoded UTF-8, and shows it so in
 * its REST API. What stands for ASCII stays: `%2f` is a slug that holds three characters, and no slash.
 */
export function decodeSlug(slug: string): string {
  return slug.replace(/(?:%[89a-f][0-9a-f])+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded
    }
  })
}

/**
 * A slug that somebody has written, in the one form in which slugs are compared here: decoded, and composed (Unicode
 * NFC), since a Mac names files otherwise and WordPress composes what it saves (remove_accents).
 */
export function readSlug(text: string): string {
  return decodeSlug(text).normalize('NFC')
}

/** A slug as WordPress keeps it and as it stands in an address (utf8_uri_encode): octets that it holds stay. */
export function encodeSlug(slug: string): string {
  // YAML can write halves of surrogate pairs, which have no octets.
  return encodeURIComponent(slug.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replace(/%25(?=[0-9a-f]{2})/gi, '%')
    .toLowerCase()
}

/**
 * The slug to ask WordPress for. Of what is asked for it makes the slug that it would save, which misses posts that
 * got theirs in another way; octets it leaves as they are. Firewalls dislike them, so they are the exception.
 */
export function askedSlug(slug: string): string {
  return keptSlug(slug) === slug ? slug : encodeSlug(slug)
}

/** Words that WordPress keeps as they are: it makes small letters of capitals, and hyphens of blanks. */
export const DEFAULT_SLUG_PATTERN =
  '^[\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}]+(-[\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}]+)*$'

/** WordPress turns these into `feed-2` and `embed-2` (wp_unique_post_slug). */
export const RESERVED_SLUGS: readonly string[] = ['feed', 'embed']

/** WordPress cuts slugs so that their encoded form has no more bytes. */
const MOST_BYTES = 200

/**
 * What WordPress keeps of a slug (sanitize_title and sanitize_title_with_dashes, as of 6.5), decoded; the empty string
 * where it keeps nothing. Whether something on the site has the slug already is another question.
 */
export function keptSlug(slug: string): string {
  const plain = withoutAccents(slug.normalize('NFC').replace(/<[^>]*>/g, ''))
  const lower = cut(plain.replace(/%(?![0-9a-f]{2})/gi, '').toLowerCase())
  return lower
    .replace(DASHES, '-')
    .replace(REMOVED, '')
    .replaceAll('\u00d7', 'x')
    .replace(/&.+?;/g, '')
    .replace(/\./g, '-')
    .replace(/[^%a-z0-9 _\u0080-\u{10ffff}-]/gu, '')
    .replace(/ +/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** The slash; no-break space, dashes, and blanks of other widths but the ideographic one. */
const DASHES = /[/\u00a0\u2013\u2014\u2000-\u200a\u2028\u2029\u202f]/g

/** Quotation marks and signs of Latin scripts, accents that stand alone, and what has no width. */
const REMOVED =
  /[\u00a1\u00a9\u00ab\u00ad\u00ae\u00b0\u00b4\u00bb\u00bf\u02ca\u2018-\u201f\u2022\u2026\u2039\u203a\u2122\u200b-\u200f\u202a-\u202e\ufeff\ufffc]|[\u0300\u0301\u0304\u030c\u0341]/g

/** Whole characters, as utf8_uri_encode counts them. */
function cut(text: string): string {
  let bytes = 0
  const kept = [...text].filter((letter) => {
    bytes += letter > '\u007f' ? Buffer.byteLength(letter) * 3 : 1
    return bytes <= MOST_BYTES
  })
  return kept.join('')
}

/** Letters with marks become those without, as far as remove_accents knows them; Greek or Cyrillic ones stay. */
function withoutAccents(text: string): string {
  return text.replace(/[\u00a3\u00aa\u00ba\u00c0-\u024f\u0251\u1ea0-\u1ef9\u20ac]/g, (letter) => {
    const other = own(OTHER_LETTERS, letter)
    if (other !== undefined) return other
    return MARKED.test(letter) ? letter.normalize('NFD').replace(/\p{M}/gu, '') : letter
  })
}

/** Latin-1 and Extended-A, Romanian, Vietnamese, and the vowels of Pinyin. */
const MARKED = /[\u00c0-\u017f\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u0218-\u021b\u1ea0-\u1ef9]/

/** Those that are no letter with a mark to Unicode. */
const OTHER_LETTERS: Readonly<Record<string, string>> = {
  ...{ ª: 'a', º: 'o', Æ: 'AE', Ð: 'D', Þ: 'TH', ß: 's', æ: 'ae', ð: 'd', ø: 'o', þ: 'th', Ø: 'O' },
  ...{ Đ: 'D', đ: 'd', Ħ: 'H', ħ: 'h', ı: 'i', Ĳ: 'IJ', ĳ: 'ij', ĸ: 'k', Ŀ: 'L', ŀ: 'l', Ł: 'L', ł: 'l' },
  ...{ ŉ: 'n', Ŋ: 'N', ŋ: 'n', Œ: 'OE', œ: 'oe', Ŧ: 'T', ŧ: 't', ſ: 's', Ə: 'E', ǝ: 'e', ɑ: 'a' },
  ...{ '€': 'E', '£': '' },
}
