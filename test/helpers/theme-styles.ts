import type { Rest } from './sandbox.ts'

/** Gives the active block theme one of the styles that it brings along, by its title; `undefined` for its own. */
export async function chooseStyles(rest: Rest, title: string | undefined): Promise<void> {
  const [theme] = await rest<Theme[]>('GET', '/wp/v2/themes?status=active')
  const id = /\/global-styles\/(\d+)/.exec(theme?._links['wp:user-global-styles']?.[0]?.href ?? '')?.[1]
  const list = await rest<Variation[]>('GET', `/wp/v2/global-styles/themes/${theme?.stylesheet}/variations`)
  const chosen = list.find((variation) => variation.title === title)
  if (id === undefined || (title !== undefined && chosen === undefined))
    throw new Error(`The theme has no styles "${title}".`)
  const { settings = {}, styles = {} } = chosen ?? {}
  await rest('POST', `/wp/v2/global-styles/${id}`, { settings, styles })
}

interface Theme {
  readonly stylesheet: string
  readonly _links: Readonly<Record<string, readonly { href: string }[]>>
}

interface Variation {
  readonly title: string
  readonly settings?: unknown
  readonly styles?: unknown
}
