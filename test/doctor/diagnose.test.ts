import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { Connection } from '../../src/config/connection.ts'
import { diagnose } from '../../src/doctor/diagnose.ts'
import type { Examination, Finding } from '../../src/doctor/examination.ts'
import { dns } from '../../src/doctor/examinations/dns.ts'
import { type Lookup, Patient } from '../../src/doctor/patient.ts'
import { EXAMINATIONS } from '../../src/doctor/registry.ts'
import { ExitCode, UserError } from '../../src/errors.ts'
import { diagnosesToJson, diagnosesToSummary, diagnosesToText } from '../../src/report/doctor.ts'
import { testConfig } from '../helpers/config.ts'
import { stripColours } from '../helpers/output.ts'
import { answer, startScriptedServer } from '../helpers/scripted-server.ts'

const PASSWORD = 'abcd efgh ijkl mnop qrst uvwx'

function patientOf(url: string, lookup?: Lookup): Patient {
  const config = testConfig({ site: { url } })
  const connection = new Connection(url, 'writer', PASSWORD)
  return new Patient(config, { connection, ...(lookup === undefined ? {} : { lookup }) })
}

/** A resolver that knows some hosts, so that no name leaves this machine. */
function knowing(...hosts: string[]): Lookup {
  return async (host) => {
    if (hosts.includes(host)) return [{ address: '127.0.0.1', family: 4 }]
    throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' })
  }
}

async function examineName(url: string, lookup: Lookup) {
  const [diagnosis] = await diagnose(patientOf(url, lookup), [dns])
  const result = diagnosis?.result
  return result?.grade === 'fault' ? { message: result.error.message, advice: result.error.advice } : result
}

test('a name that is not known, and one that is with www or without', async () => {
  expect(await examineName('https://blog.example', knowing())).toEqual({
    message: 'https://blog.example cannot be reached (ENOTFOUND).',
    advice: 'There is no such host: check the spelling of WP_URL and the connection to the internet.',
  })
  expect(await examineName('https://blog.example/a', knowing('www.blog.example'))).toEqual({
    message: 'There is no host blog.example, but there is www.blog.example.',
    advice:
      'Write WP_URL=https://www.blog.example/a, and "url": "https://www.blog.example/a" within "site" of wp.config.json.',
  })
  expect(await examineName('https://www.blog.example', knowing('blog.example'))).toMatchObject({
    message: 'There is no host www.blog.example, but there is blog.example.',
  })
  expect(await examineName('https://blog.example', knowing('blog.example'))).toEqual({
    grade: 'ok',
    says: 'blog.example is 127.0.0.1.',
  })
  expect(await examineName('http://[::1]:8080', knowing())).toMatchObject({ grade: 'ok' })
})

function made(name: string, needs: readonly Examination[], end: Finding | Error): Examination {
  return {
    name,
    about: `whether ${name} is in order`,
    needs,
    examine: async () => {
      if (end instanceof Error) throw end
      return end
    },
  }
}

test('what depends on a fault is not asked; the report stays within 80 columns, and no words of a site act on a terminal', async () => {
  const first = made('first', [], { grade: 'ok', says: 'It is\u001b[2J so.' })
  const second = made(
    'second',
    [first],
    new UserError(`It ${'is not so '.repeat(12)}.`, {
      advice: '直してください。'.repeat(12),
      example: 'line one\n\u001b[31mline two',
      exitCode: ExitCode.site,
    }),
  )
  const third = made('third', [second], { grade: 'ok', says: 'It is never asked.' })
  const fourth = made('fourth', [third], { grade: 'ok', says: 'Nor is it.' })
  const fifth = made('fifth', [first], { grade: 'advice', says: 'It could be.', remedy: 'Do something.' })
  const diagnoses = await diagnose(patientOf('http://127.0.0.1:9'), [first, second, third, fourth, fifth])
  const report = stripColours(diagnosesToText(diagnoses))
  expect(report).toMatchInlineSnapshot(`
    "ok      first                 It is�[2J so.
    fault   second                It is not so is not so is not so is not so is not
                                  so is not so is not so is not so is not so is not
                                  so is not so is not so .
              直してください。直してください。直してください。直してください。直して
              ください。直してください。直してください。直してください。直してくださ
              い。直してください。直してください。直してください。
                line one
                �[31mline two
    -       third                 not examined, since "second" has a fault.
    -       fourth                not examined, since "second" has a fault.
    advice  fifth                 It could be.
              Do something."
  `)
  expect(diagnosesToSummary(diagnoses)).toBe('Publishing does not work yet: second.')
  expect(JSON.parse(diagnosesToJson(diagnoses))).toMatchObject({
    works: false,
    examinations: [
      { name: 'first', grade: 'ok', about: 'whether first is in order' },
      { name: 'second', grade: 'fault' },
      { name: 'third', grade: 'not examined', says: 'not examined, since "second" has a fault.' },
      { name: 'fourth', grade: 'not examined', says: 'not examined, since "second" has a fault.' },
      { name: 'fifth', grade: 'advice', remedy: 'Do something.' },
    ],
  })
})

test('a bug is no diagnosis', async () => {
  const broken = made('broken', [], new TypeError('undefined is not a function'))
  await expect(diagnose(patientOf('http://127.0.0.1:9'), [broken])).rejects.toThrow(TypeError)
})

test('a site that is down is asked nothing, and every word of it stays harmless', async () => {
  const diagnoses = await diagnose(patientOf('http://127.0.0.1:9'), EXAMINATIONS)
  expect(diagnoses.filter(({ result }) => result.grade === 'fault').map(({ name }) => name)).toEqual([
    'reach',
  ])
})

test.each([
  ['an empty page', answer(200, '')],
  [
    'a page with JSON in a script',
    answer(200, '<!doctype html><script>{"namespaces":["wp/v2"],"url":"x"}</script>'),
  ],
  ['the index of something else', answer(200, { namespaces: ['other/v1'], url: 'http://x' })],
  ['a list', answer(200, [])],
  ['null', answer(200, 'null')],
  ['a teapot', answer(418, 'short and stout')],
  ['an endless bill', answer(402, { code: 'pay', message: '<b>Pay</b>' })],
  ['a redirect to nowhere', answer(302, '', { location: 'http://[' })],
  ['a redirect to a script', answer(302, '', { location: 'javascript:alert(1)' })],
  ['a redirect without a target', answer(302, '')],
])('%s in place of WordPress is a fault, found with few requests', async (_, script) => {
  const server = await startScriptedServer(script)
  try {
    const diagnoses = await diagnose(patientOf(server.url), EXAMINATIONS)
    const faults = diagnoses.filter(({ result }) => result.grade === 'fault')
    expect(faults.map(({ name }) => name)).toHaveLength(1)
    expect(['address', 'rest-api']).toContain(faults[0]?.name)
    expect(server.requests.length).toBeLessThan(6)
    expect(diagnosesToJson(diagnoses)).not.toContain(PASSWORD)
  } finally {
    await server.close()
  }
})

test('a site that takes connections and never answers is given up on after WP_TIMEOUT', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'rensai-doctor-'))
  const server = await startScriptedServer(() => {})
  try {
    await writeFile(path.join(root, '.env'), 'WP_TIMEOUT=0.5\n')
    const config = testConfig({ site: { url: server.url } }, root)
    const connection = new Connection(server.url, 'writer', PASSWORD)
    const diagnoses = await diagnose(new Patient(config, { connection }), EXAMINATIONS)
    const faults = diagnoses.filter(({ result }) => result.grade === 'fault')
    expect(JSON.parse(diagnosesToJson(faults))).toMatchObject({
      examinations: [{ name: 'address', says: `${server.url} did not answer GET /wp-json/ within 0.5 s.` }],
    })
    expect(server.requests).toHaveLength(1)
  } finally {
    await server.close()
    await rm(root, { recursive: true })
  }
})
