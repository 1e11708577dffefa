import type { Bench } from './bench.ts'
import { check } from './benches/check.ts'
import { embedded } from './benches/embedded.ts'
import { largeFolder } from './benches/large-folder.ts'
import { largeSite } from './benches/large-site.ts'
import { live } from './benches/live.ts'
import { publish } from './benches/publish.ts'
import { render } from './benches/render.ts'
import { series } from './benches/series.ts'
import { slowHost } from './benches/slow-host.ts'
import { terms } from './benches/terms.ts'
import { uploads } from './benches/uploads.ts'

/** Everything that is measured. */
export const BENCHES: readonly Bench[] = [
  publish,
  uploads,
  terms,
  embedded,
  render,
  largeSite,
  largeFolder,
  slowHost,
  check,
  series,
  live,
]
