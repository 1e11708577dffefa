import type { Bench } from './bench.ts'
import { check } from './benches/check.ts'
import { live } from './benches/live.ts'
import { publish } from './benches/publish.ts'
import { render } from './benches/render.ts'
import { series } from './benches/series.ts'

/** Everything that is measured. */
export const BENCHES: readonly Bench[] = [publish, render, check, series, live]
