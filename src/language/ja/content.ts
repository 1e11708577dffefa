import type { Catalogue } from '../catalogue.ts'

export const content = {} as const satisfies Catalogue
