import type { Construct, ConstructRecord, Extension } from 'micromark-util-types'

/** The extensions of micromark with each construct of that name replaced by others. */
export function replaceConstructs(
  extensions: readonly Extension[] = [],
  name: string,
  replace: (construct: Construct) => readonly Construct[],
): Extension[] {
  const replaceIn = (constructs: ConstructRecord): ConstructRecord =>
    Object.fromEntries(
      Object.entries(constructs).flatMap(([code, value]) => {
        const list = [value ?? []].flat().flatMap((one) => (one.name === name ? replace(one) : [one]))
        return list.length === 0 ? [] : [[code, list]]
      }),
    )
  return extensions.map(({ flow, text, ...rest }) => ({
    ...rest,
    ...(flow && { flow: replaceIn(flow) }),
    ...(text && { text: replaceIn(text) }),
  }))
}
