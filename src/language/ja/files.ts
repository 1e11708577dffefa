import type { Catalogue } from '../catalogue.ts'

export const files = {} as const satisfies Catalogue
