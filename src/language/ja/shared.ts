import type { Catalogue } from '../catalogue.ts'

export const shared = {} as const satisfies Catalogue
