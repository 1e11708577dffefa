import type { Bench } from './bench.ts'
import { check } from './benches/check.ts'
import { live } from './benches/live.ts'
import { publish } from './benches/publish.ts'
import { series } from './benches/series.ts'

/** Everything that is measured. */
export const BENCHES: readonly Bench[] = [publish, check, series, live]
