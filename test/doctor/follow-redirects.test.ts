import { expect, test } from 'vitest'
import { followRedirects } from '../../src/doctor/follow-redirects.ts'

/** Follows redirects that are given by address; every other address answers. */
async function follow(address: string, redirects: Readonly<Record<string, string>>) {
  const asked: string[] = []
  const journey = await followRedirects(address, async (at) => {
    asked.push(at)
    const location = redirects[at]
    const response =
      location === undefined ? new Response('{}') : new Response(null, { status: 301, headers: { location } })
    return { address: at, response, text: '' }
  })
  return {
    asked,
    targets: journey.targets,
    isEndless: journey.isEndless,
    status: journey.last.response.status,
  }
}

test('to https and to www, one after the other', async () => {
  const secure = 'https://blog.example/wp-json/'
  const www = 'https://www.blog.example/wp-json/'
  expect(
    await follow('http://blog.example/wp-json/', {
      'http://blog.example/wp-json/': 'https://blog.example/wp-json/?nocache=1',
      [secure]: 'https://www.blog.example/wp-json/',
    }),
  ).toEqual({
    asked: ['http://blog.example/wp-json/', secure, www],
    targets: [secure, www],
    isEndless: false,
    status: 200,
  })
})

test('another host is not asked, and what is no web is no target', async () => {
  for (const target of ['https://elsewhere.example/', 'https://blog.example.evil.example/']) {
    const { asked, targets } = await follow('https://blog.example/', { 'https://blog.example/': target })
    expect(asked).toEqual(['https://blog.example/'])
    expect(targets).toEqual([target])
  }
})

test('what is no address of the web leads nowhere', async () => {
  for (const target of ['ftp://blog.example/', 'javascript:alert(1)', 'http://[', '']) {
    const { targets, status } = await follow('https://blog.example/', { 'https://blog.example/': target })
    expect({ targets, status }).toEqual({
      targets: target === '' ? ['https://blog.example/'] : [],
      status: 301,
    })
  }
})

test('a circle, and a chain without end', async () => {
  const there = 'https://www.blog.example/'
  const circle = await follow('https://blog.example/', {
    'https://blog.example/': there,
    [there]: 'https://blog.example/',
  })
  expect(circle).toMatchObject({ isEndless: true, asked: ['https://blog.example/', there] })
  const chain = Object.fromEntries(
    Array.from({ length: 50 }, (_, at) => [`https://blog.example/${at}`, `https://blog.example/${at + 1}`]),
  )
  const endless = await follow('https://blog.example/0', chain)
  expect(endless.isEndless).toBe(true)
  expect(endless.asked.length).toBeLessThan(8)
})
