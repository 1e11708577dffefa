import type { Catalogue } from '../catalogue.ts'

export const config = {} as const satisfies Catalogue
