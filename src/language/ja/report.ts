import type { Catalogue } from '../catalogue.ts'

export const report = {} as const satisfies Catalogue
