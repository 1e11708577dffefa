/** What people copy from the bar of their browser instead of the address of the site. */
const PARTS_OF_WORDPRESS = /\/(?:(?:wp-admin|wp-json)(?:\/.*)?|(?:wp-login|xmlrpc|index)\.php(?:\/.*)?)$/

/**
 * The address of a site: without a query or fragment, without a slash at the end, and without what WordPress itself
 * answers below it, such as `/wp-admin/`.
 *
 * @param text an http or https address
 */
export function siteAddress(text: string): string {
  const { origin, pathname } = new URL(text)
  return `${origin}${pathname.replace(PARTS_OF_WORDPRESS, '').replace(/\/+$/, '')}`
}
