import type { Catalogue } from '../catalogue.ts'

export const constructs = {} as const satisfies Catalogue
