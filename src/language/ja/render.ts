import type { Catalogue } from '../catalogue.ts'

export const render = {} as const satisfies Catalogue
