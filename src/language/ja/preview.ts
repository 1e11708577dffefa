import type { Catalogue } from '../catalogue.ts'

export const preview = {} as const satisfies Catalogue
