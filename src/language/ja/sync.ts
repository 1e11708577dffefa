import type { Catalogue } from '../catalogue.ts'

export const sync = {} as const satisfies Catalogue
