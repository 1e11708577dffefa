import type { Catalogue } from '../catalogue.ts'

export const fields = {} as const satisfies Catalogue
