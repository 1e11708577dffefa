import type { Catalogue } from '../catalogue.ts'

export const doctor = {} as const satisfies Catalogue
