/** One step from an address to the next. */
export interface Redirect {
  readonly status: number
  readonly to: string
}

/** Whether a page has a place that a link names; `unknown` where the page could not be searched. */
export type FragmentFate = 'found' | 'missing' | 'unknown'

/** What became of one external address; plain data, so that it can be kept. */
export type ProbeResult =
  | {
      readonly kind: 'ok'
      readonly redirects: readonly Redirect[]
      /** By fragment as written in the link, without `#`. */
      readonly fragments: Readonly<Record<string, FragmentFate>>
    }
  /** No reader can open it. */
  | { readonly kind: 'down'; readonly reason: string }
  /** It answers, but not to programs; a reader may well see it. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nothing was learnt, as it could not be reached from here. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** It is or leads to an address of a private network, and was not asked. */
  | { readonly kind: 'private'; readonly reason: string }

/** Permanent by RFC 9110, 15.4.2 and 15.4.9. */
const PERMANENT: readonly number[] = [301, 308]

/**
 * Where an address has moved for good: the end of the permanent steps it begins with.
 *
 * @returns `undefined` where the first step is a temporary one, or there is none
 */
export function permanentAddress(redirects: readonly Redirect[]): string | undefined {
  const temporary = redirects.findIndex(({ status }) => !PERMANENT.includes(status))
  return redirects[(temporary === -1 ? redirects.length : temporary) - 1]?.to
}
