import type { Examination } from './examination.ts'
import { address } from './examinations/address.ts'
import { applicationPasswords } from './examinations/application-passwords.ts'
import { authorization } from './examinations/authorization.ts'
import { bodyLimit } from './examinations/body-limit.ts'
import { cache } from './examinations/cache.ts'
import { certificate } from './examinations/certificate.ts'
import { dns } from './examinations/dns.ts'
import { draft } from './examinations/draft.ts'
import { firewall } from './examinations/firewall.ts'
import { login } from './examinations/login.ts'
import { maintenance } from './examinations/maintenance.ts'
import { memory } from './examinations/memory.ts'
import { methods } from './examinations/methods.ts'
import { permalinks } from './examinations/permalinks.ts'
import { phpOutput } from './examinations/php-output.ts'
import { reach } from './examinations/reach.ts'
import { restApi } from './examinations/rest-api.ts'
import { role } from './examinations/role.ts'
import { serverPassword } from './examinations/server-password.ts'
import { settings } from './examinations/settings.ts'
import { site } from './examinations/site.ts'
import { timeZone } from './examinations/time-zone.ts'
import { upload } from './examinations/upload.ts'
import { versions } from './examinations/versions.ts'

/** Whether a site can be connected to, in the order in which a request comes to WordPress. */
export const CONNECTING: readonly Examination[] = [
  settings,
  dns,
  reach,
  certificate,
  address,
  serverPassword,
  maintenance,
  firewall,
  restApi,
  applicationPasswords,
  authorization,
  login,
]

/** Every examination; each after those that it needs. */
export const EXAMINATIONS: readonly Examination[] = [
  ...CONNECTING,
  role,
  site,
  timeZone,
  cache,
  memory,
  permalinks,
  methods,
  bodyLimit,
  phpOutput,
  versions,
]

/** Those that leave nothing behind, but have to write something first; only where that is asked for. */
export const WRITING: readonly Examination[] = [draft, upload]
