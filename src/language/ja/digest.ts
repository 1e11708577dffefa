import type { Catalogue } from '../catalogue.ts'

export const digest = {} as const satisfies Catalogue
