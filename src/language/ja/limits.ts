import type { Catalogue } from '../catalogue.ts'

export const limits = {} as const satisfies Catalogue
