/** What a link in an article means, once the whole folder is known. */
export type LinkTarget =
  | { readonly kind: 'post'; readonly key: string; readonly hash: string }
  /** An address on the site being written for that no local article claims. */
  | { readonly kind: 'own-site'; readonly url: string; readonly isPost: boolean }
  | { readonly kind: 'external'; readonly url: string }
  /** `#section` in the same article; hashes are decoded and begin with `#`. */
  | { readonly kind: 'anchor'; readonly hash: string }
  /** A relative path to an article or file that is not there. */
  | { readonly kind: 'missing'; readonly path: string }
  /** mailto:, tel: and the like. */
  | { readonly kind: 'other'; readonly url: string }
