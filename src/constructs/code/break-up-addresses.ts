/**
 * Code with the addresses broken up that stand alone on a line: WordPress would embed what lies behind them
 * (WP_Embed::autoembed), in code as anywhere.
 *
 * @param html the content of a `pre`
 * @param first how the slashes of the first one are written; the editor's code block has a way of its own for that
 */
export function breakUpAddresses(html: string, first?: string): string {
  let isFirst = true
  return html.replace(
    /^([^\S\r\n]*)(https?:)\/\/(?=[^\s<>"]+[^\S\r\n]*$)/gm,
    (_, blank: string, scheme: string) => {
      const broken = isFirst && first !== undefined ? scheme + first : `<span>${scheme}</span>//`
      isFirst = false
      return blank + broken
    },
  )
}
