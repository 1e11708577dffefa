/** The beginning of a block: what its comment says, and the markup behind it up to the next comment. */
export interface BlockOpening {
  readonly attributes: Readonly<Record<string, unknown>>
  readonly html: string
}

/** An attribute of a tag, its value as it is written. */
interface TagAttribute {
  readonly name: string
  /** Without quotes; `undefined` for a name alone. */
  readonly value: string | undefined
}

/** A tag as every version of the editor writes it; what is written otherwise is left alone. */
const FIRST_TAG = /^(\s*<[a-z][a-z0-9]*)((?: [a-z][a-z0-9-]*(?:="[^"]*")?)+)/

/** Changes the attributes of the first tag of a piece of markup. */
export function changeFirstTag(
  html: string,
  change: (attributes: readonly TagAttribute[]) => readonly TagAttribute[],
): string {
  return html.replace(FIRST_TAG, (_, start: string, list: string) => {
    const attributes = [...list.matchAll(/ ([a-z][a-z0-9-]*)(?:="([^"]*)")?/g)].map(
      ([, name = '', value]): TagAttribute => ({ name, value }),
    )
    const changed = change(attributes).map(({ name, value }) =>
      value === undefined ? ` ${name}` : ` ${name}="${value}"`,
    )
    return start + changed.join('')
  })
}

/** Takes a class from a block that the editor gives it by itself. */
export function removeClass({ attributes, html }: BlockOpening, name: string): BlockOpening {
  const without = (names: string): string =>
    names
      .split(' ')
      .filter((own) => own !== name)
      .join(' ')
  const { className, ...others } = attributes
  const left = typeof className === 'string' ? without(className) : ''
  const hasClass = typeof className === 'string' && left !== className
  return {
    attributes: !hasClass ? attributes : left === '' ? others : { ...others, className: left },
    html: changeFirstTag(html, (list) =>
      list.flatMap((attribute) => {
        if (attribute.name !== 'class' || attribute.value === undefined) return [attribute]
        const value = without(attribute.value)
        return value === '' ? [] : [{ ...attribute, value }]
      }),
    ),
  }
}
