import type { Catalogue } from '../catalogue.ts'

export const judge = {} as const satisfies Catalogue
