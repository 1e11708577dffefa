import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Connection } from '../../src/config/connection.ts'
import { type Diagnosis, diagnose } from '../../src/doctor/diagnose.ts'
import type { Examination } from '../../src/doctor/examination.ts'
import { Patient } from '../../src/doctor/patient.ts'
import { EXAMINATIONS, WRITING } from '../../src/doctor/registry.ts'
import { diagnosesToJson, diagnosesToSummary, diagnosesToText } from '../../src/report/doctor.ts'
import { runCli } from '../helpers/cli.ts'
import { type SettingsInput, testConfig } from '../helpers/config.ts'
import { stripColours } from '../helpers/output.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { startTestNative, type TestSandbox } from '../helpers/sandbox.ts'
import { type DoctorServers, type ServerName, startDoctorServers } from '../native/doctor-servers.ts'
import type { OpenNative } from '../native/open.ts'
import { runPhp } from '../native/wordpress.ts'

const native = inject('nativeServer')

let wordpress: TestSandbox & OpenNative
let servers: DoctorServers
let project: Project

beforeAll(async () => {
  wordpress = await startTestNative()
  project = await copyProject('test/fixtures/pair')
  servers = await startDoctorServers(native)
})

afterAll(async () => {
  await servers?.close()
  await project?.remove()
  await wordpress?.reset()
})

interface Asked {
  readonly site?: Partial<SettingsInput['site']>
  /** The administrator by default. */
  readonly login?: { readonly username: string; readonly password: string }
  readonly examinations?: readonly Examination[]
}

async function examine(
  name: ServerName,
  { site, login, examinations = EXAMINATIONS }: Asked = {},
): Promise<Diagnosis[]> {
  const url = servers.url(name)
  const config = testConfig({ site: { url, ...site } }, project.root)
  const { username, password } = login ?? { username: wordpress.username, password: wordpress.appPassword }
  const patient = new Patient(config, { connection: new Connection(url, username, password) })
  const diagnoses = await diagnose(patient, examinations)
  expect(diagnosesToJson(diagnoses)).not.toContain(password)
  return diagnoses
}

interface Told {
  readonly name: string
  readonly grade: string
  readonly about?: string
  readonly says: string
  readonly remedy?: string
  readonly example?: string
}

/** What is not in order, by name, and in the words that people read; what was not examined is left out. */
async function troubles(name: ServerName, asked?: Asked): Promise<Record<string, Told>> {
  const { examinations } = JSON.parse(diagnosesToJson(await examine(name, asked))) as { examinations: Told[] }
  const found = examinations.filter(({ grade }) => grade === 'advice' || grade === 'fault')
  return Object.fromEntries(found.map(({ about: _, ...told }) => [told.name, told]))
}

/** Everything that a write could change. */
async function everything(): Promise<unknown[]> {
  const { rest } = wordpress
  return [
    await rest('GET', '/wp/v2/posts?status=any,trash&context=edit&per_page=100'),
    await rest('GET', '/wp/v2/media?context=edit&per_page=100'),
    await rest('GET', '/wp/v2/categories?context=edit&per_page=100'),
    await rest('GET', '/wp/v2/tags?context=edit&per_page=100'),
  ]
}

test('a site that works, line by line; nothing is written', async () => {
  const before = await everything()
  const diagnoses = await examine('healthy')
  const { host } = new URL(servers.url('healthy'))
  const report = stripColours(diagnosesToText(diagnoses))
  expect(report.split('\n').filter((line) => line.length > 80)).toEqual([])
  const known = report
    .replaceAll(host, 'HOST')
    .replace(/port \d+/, 'port N')
    .replace(/WordPress [^`]*$/, 'WordPress …')
  expect(known).toMatchInlineSnapshot(`
    "ok      settings              The articles go to http://HOST, as
                                  "admin".
    ok      dns                   127.0.0.1 needs no name server.
    ok      reach                 HOST answers at 127.0.0.1, port N.
    ok      certificate           A site on this machine needs none.
    ok      address               http://HOST answers itself, without a
                                  redirect.
    ok      server-password       No password of the web server stands before the
                                  REST API.
    ok      maintenance           The site is not closed for maintenance.
    ok      firewall              No firewall refuses the REST API.
    ok      rest-api              http://HOST has a REST API.
    ok      application-passwords The site takes application passwords.
    ok      authorization         The Authorization header reaches WordPress.
    ok      login                 The site takes the login, and calls us "admin".
    ok      role                  "admin" may write posts, publish posts, upload
                                  pictures, move public posts to the trash, create
                                  categories.
    ok      site                  The site calls itself http://HOST.
    ok      time-zone             Both the site and wp.config.json have Asia/Tokyo.
    ok      cache                 No cache serves old answers.
    ok      memory                A list of 1 post comes at once.
    ok      permalinks            Posts have addresses as /archives/%post_id% says.
    ok      methods               DELETE reaches WordPress.
    ok      body-limit            An upload of 5 MB, the most that images.maxBytes
                                  allows, comes through.
    ok      php-output            Answers are JSON and nothing else.
    ok      versions              WordPress …"
  `)
  expect(report.replace(/\s+/g, ' ')).toMatch(/WordPress \d+\.\d+.*; .*nginx.*; Rensai .*; Node /)
  expect(diagnosesToSummary(diagnoses)).toBe('Publishing works.')
  expect(await everything()).toEqual(before)
})

test.each([
  ['no-header', 'authorization', 'refuses the login, since none reached WordPress.', 'CGIPassAuth On'],
  [
    'no-header-no-xml-rpc',
    'authorization',
    'refuses the login: it is wrong, or it never reached WordPress.',
    'CGIPassAuth On',
  ],
  [
    'apache-cgi',
    'authorization',
    'refuses the login, since none reached WordPress.',
    'SetEnvIf Authorization',
  ],
  ['apache', 'authorization', 'refuses the login, since none reached WordPress.', 'CGIPassAuth On'],
  ['password', 'server-password', '(Basic authentication, "会員")', 'auth_basic $realm;'],
  ['apache-password', 'server-password', '(Basic authentication, "Members")', 'Require env open'],
  ['firewall', 'firewall', 'refused GET / with the web page "403 Forbidden".', undefined],
  ['no-passwords', 'application-passwords', 'accepts no application passwords', undefined],
  [
    'rest-off',
    'rest-api',
    'has its REST API switched off (rest_cannot_access): REST API is not for',
    undefined,
  ],
  ['login-wall', 'address', 'leads whoever asks for its REST API to http', undefined],
  ['circle', 'address', 'redirects in a circle, as to http', undefined],
  ['cached', 'cache', 'answers every question to /wp/v2/posts alike', undefined],
  [
    'tiny-body',
    'body-limit',
    'Not even an upload of 300 kB comes through (the site answered 413).',
    'client_max_body_size 20m;',
  ],
  ['self-signed', 'certificate', '(DEPTH_ZERO_SELF_SIGNED_CERT): it is for 127.0.0.1', undefined],
] as const)('a fault: %s', async (name, examination, says, example) => {
  const found = await troubles(name)
  expect(Object.keys(found)).toEqual([examination])
  expect(found[examination]).toMatchObject({ grade: 'fault', says: expect.stringContaining(says) })
  expect(found[examination]?.example ?? '').toContain(example ?? '')
})

test.each([
  ['no-rewrite', 'rest-api', '/wp-json/ is not found.', 'RewriteRule . /index.php [L]'],
  [
    'small-body',
    'body-limit',
    'An upload of 2 MB does not come through (the site answered 413); one of 1 MB does.',
    'client_max_body_size',
  ],
  [
    'small-php',
    'body-limit',
    'An upload of 5 MB does not come through (it is above post_max_size of PHP); one of 2 MB does.',
    'post_max_size',
  ],
  [
    'loud',
    'php-output',
    'PHP prints before the JSON of answers: "Warning: Undefined variable $undefined',
    'display_errors',
  ],
  ['bom', 'php-output', 'A byte order mark stands before the JSON of answers', ''],
  ['no-delete', 'methods', 'A DELETE does not reach WordPress: the site answered 405.', ''],
] as const)('advice: %s', async (name, examination, says, example) => {
  const found = await troubles(name)
  expect(Object.keys(found)).toEqual([examination])
  expect(found[examination]).toMatchObject({ grade: 'advice', says: expect.stringContaining(says) })
  expect(found[examination]?.example ?? '').toContain(example)
})

test.each([
  'header-mended',
  'apache-setenvif',
  'apache-cgipassauth',
  'apache-cgi-mended',
  'password-mended',
  'apache-password-mended',
  'rest-for-users',
] as const)('what is advised mends it: %s', async (name) => {
  expect(await troubles(name)).toEqual({})
})

test.each(['password-mended', 'apache-password-mended'] as const)(
  'and lets nobody in elsewhere: %s',
  async (name) => {
    const { hostname, port } = new URL(servers.url(name))
    for (const address of [
      '/',
      '/index.php',
      '/wp-json/../',
      '/index.php/wp-json/',
      '/?x=/wp-json/',
      '/wp-json/%2e%2e/readme.html',
      '/readme.html/wp-json/',
    ]) {
      const status = await statusOf(hostname, Number(port), address)
      expect(`${address} ${status}`).toMatch(/ (?:401|404|400)$/)
    }
  },
)

test('a redirect tells the address to write', async () => {
  const [from, to] = [servers.url('moved'), servers.url('healthy')]
  expect(await troubles('moved')).toEqual({
    address: {
      name: 'address',
      grade: 'fault',
      says: `${from} redirects to ${to}, and a login never follows a redirect.`,
      remedy: `The address to write is WP_URL=${to}, and "url": "${to}" within "site" of wp.config.json.`,
    },
  })
  // Another host is not asked.
  expect((await troubles('elsewhere')).address?.remedy).toBe(
    'If http://localhost:9 is your site, set WP_URL to it.',
  )
})

test('maintenance, as while WordPress is updated', async () => {
  const file = path.join(native.folder, 'wordpress/.maintenance')
  await writeFile(file, '<?php $upgrading = time();')
  const found = await troubles('healthy').finally(() => rm(file))
  expect(Object.keys(found)).toEqual(['maintenance'])
  expect(found.maintenance?.remedy).toContain('delete the file .maintenance')
})

test('time zone and permalinks that differ', async () => {
  const found = await troubles('healthy', {
    site: { timezone: 'Europe/Berlin', permalink: '/%year%/%postname%' },
  })
  expect(found).toMatchObject({
    'time-zone': {
      grade: 'fault',
      says: "The site's time zone is Asia/Tokyo, wp.config.json says Europe/Berlin.",
    },
    permalinks: { grade: 'advice', example: '"permalink": "/archives/%post_id%"' },
  })
  expect(Object.keys(found)).toHaveLength(2)
})

test('plain permalinks', async () => {
  const set = (structure: string): Promise<string> =>
    runPhp(
      native.folder,
      siteOf(),
      `<?php require '${native.folder}/wordpress/wp-load.php'; global $wp_rewrite; $wp_rewrite->set_permalink_structure( '${structure}' ); $wp_rewrite->flush_rules( false );`,
      native.runAs,
    )
  await set('')
  const found = await troubles('healthy').finally(() => set('/archives/%post_id%'))
  expect(Object.keys(found)).toEqual(['rest-api', 'permalinks'])
  expect(found['rest-api']?.grade).toBe('advice')
  expect(found.permalinks?.remedy).toContain('Settings > Permalinks')
})

test('who logs in: a name that readers see, a wrong password, roles', async () => {
  const yamada = await userOf('yamada', 'editor')
  await wordpress.rest('POST', `/wp/v2/users/${yamada.id}`, { name: '山田 太郎' })
  // WordPress shows only those who have published to everybody.
  await wordpress.rest('POST', '/wp/v2/posts', { title: 'A', status: 'publish', author: yamada.id })
  const shown = { username: '山田 太郎', password: yamada.password }
  expect(await troubles('healthy', { login: shown })).toMatchObject({
    login: {
      grade: 'fault',
      says: '"山田 太郎" is the name that readers see, and not one to log in with.',
      remedy: expect.stringContaining('which is probably "yamada"'),
    },
  })
  const nobody = { username: '誰か', password: yamada.password }
  expect((await troubles('healthy', { login: nobody })).login).toMatchObject({
    says: expect.stringContaining('refuses the login: "誰か" can be no login name.'),
    remedy: expect.stringContaining('ユーザー名'),
  })
  const own = { username: 'yamada', password: 'my login password' }
  const found = await troubles('healthy', { login: own })
  expect(Object.keys(found)).toEqual(['settings', 'login'])
  expect(found.login?.says).toContain('refuses the login: WP_APP_PASSWORD is no application password.')
  const other = { username: 'yamada', password: 'abcd efgh ijkl mnop qrst uvwx' }
  expect((await troubles('healthy', { login: other })).login?.says).toContain(
    'refuses the login: the name or the application password is wrong.',
  )
  expect(await troubles('healthy', { login: yamada })).toEqual({})

  const contributor = await userOf('contributor', 'contributor')
  expect(await troubles('healthy', { login: contributor })).toMatchObject({
    role: { grade: 'fault', says: 'The user "contributor" may not publish posts.' },
  })
  const subscriber = await userOf('subscriber', 'subscriber')
  expect((await troubles('healthy', { login: subscriber })).role).toMatchObject({
    says: expect.stringContaining('The user "subscriber" may not write posts on'),
  })
  const author = await userOf('author', 'author')
  expect(await troubles('healthy', { login: author })).toEqual({
    role: {
      name: 'role',
      grade: 'advice',
      says: '"author" may write posts, publish posts, upload pictures, move public posts to the trash, but not create categories.',
      remedy:
        'Articles can use the categories that the site has: create others in wp-admin, or log in as an Editor.',
    },
  })
})

test('--write makes a draft and a picture, and leaves nothing', async () => {
  const examinations = [...EXAMINATIONS, ...WRITING]
  const before = await everything()
  expect(await troubles('healthy', { examinations })).toEqual({})
  const small = await troubles('small-php', { examinations })
  expect(small.upload).toMatchObject({
    grade: 'advice',
    example: expect.stringContaining('upload_max_filesize'),
  })
  const unwritable = path.join(native.folder, 'wordpress/wp-content', siteOf().name)
  await rm(unwritable, { recursive: true, force: true })
  // A file stands where the folder has to be.
  await writeFile(unwritable, '')
  const found = await troubles('healthy', { examinations }).finally(() => rm(unwritable))
  expect(found).toMatchObject({ upload: { grade: 'fault' } })
  expect(await everything()).toEqual(before)
})

test('over TLS, on the command line', async () => {
  const environment = { ...wordpress.environment, NODE_EXTRA_CA_CERTS: servers.authority }
  const doctor = async (name: ServerName) => {
    const result = await runCli(['doctor', '--json', '--config', project.config], {
      ...environment,
      WP_URL: servers.url(name),
    })
    const { works, examinations } = result.json() as { works: boolean; examinations: Told[] }
    return {
      exitCode: result.exitCode,
      works,
      found: examinations.filter(({ grade }) => grade === 'advice' || grade === 'fault'),
    }
  }
  expect(await doctor('secure')).toMatchObject({
    exitCode: 0,
    works: true,
    found: [
      {
        name: 'certificate',
        grade: 'advice',
        says: expect.stringMatching(/^It is for 127\.0\.0\.1, and ends on .*, which is soon\.$/),
      },
    ],
  })
  expect(await doctor('other-name')).toMatchObject({
    exitCode: 1,
    works: false,
    found: [
      {
        name: 'certificate',
        grade: 'fault',
        says: expect.stringContaining('(ERR_TLS_CERT_ALTNAME_INVALID): it is for other.example'),
      },
    ],
  })
})

test.each([
  ['moved', 'The address to write is WP_URL=http'],
  ['apache', 'CGIPassAuth On'],
  ['self-signed', 'NODE_EXTRA_CA_CERTS'],
] as const)('the first failure of another command says the same: %s', async (name, remedy) => {
  const [fault] = Object.values(await troubles(name))
  const { exitCode, stderr } = await runCli(['plan', '--config', project.config], {
    ...wordpress.environment,
    WP_URL: servers.url(name),
  })
  expect(exitCode).toBe(3)
  expect(stderr).toContain(
    `error ${fault?.says}\n  ${fault?.remedy} To examine the whole site: npm run doctor\n`,
  )
  expect(stderr).toContain(remedy)
})

test('too little memory for a hundred posts', async () => {
  const make = `for ( $i = 0; $i < 30; $i++ ) $wpdb->insert( $wpdb->posts, array( 'post_title' => 'large', 'post_name' => "large-$i", 'post_author' => 1, 'post_status' => 'publish', 'post_date' => '2024-01-01 00:00:00', 'post_date_gmt' => '2024-01-01 00:00:00', 'post_content' => str_repeat( 'a ', 1000000 ), 'post_excerpt' => '', 'to_ping' => '', 'pinged' => '', 'post_content_filtered' => '' ) );`
  await runPhp(
    native.folder,
    siteOf(),
    `<?php require '${native.folder}/wordpress/wp-load.php'; ${make}`,
    native.runAs,
  )
  const found = await troubles('poor')
  expect(found).toMatchObject({
    memory: {
      grade: 'fault',
      remedy: expect.stringContaining('as where memory or time end'),
      example: expect.stringContaining('memory_limit = 256M'),
    },
  })
})

function siteOf(): { readonly url: string; readonly name: string } {
  const [site] = native.sites
  if (site === undefined) throw new Error('There is no native WordPress.')
  return site
}

async function userOf(
  username: string,
  role: string,
): Promise<{ username: string; password: string; id: number }> {
  const { WP_APP_PASSWORD = '' } = await wordpress.createUser(username, role)
  const users = await wordpress.rest<{ id: number }[]>('GET', `/wp/v2/users?context=edit&slug=${username}`)
  return { username, password: WP_APP_PASSWORD, id: users[0]?.id ?? 0 }
}

/** The status of an address as it is written; fetch would climb out of `..` by itself. */
async function statusOf(host: string, port: number, address: string): Promise<number> {
  const asked = request({ host, port, path: address })
  asked.end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  response.resume()
  return response.statusCode ?? 0
}
