import type { Catalogue } from '../catalogue.ts'

export const init = {} as const satisfies Catalogue
