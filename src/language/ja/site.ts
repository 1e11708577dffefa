import type { Catalogue } from '../catalogue.ts'

export const site = {} as const satisfies Catalogue
