import type { Catalogue } from '../catalogue.ts'

export const standards = {} as const satisfies Catalogue
