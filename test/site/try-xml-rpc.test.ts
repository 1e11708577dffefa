import { expect, test } from 'vitest'
import { Connection } from '../../src/config/connection.ts'
import { tryXmlRpc } from '../../src/site/try-xml-rpc.ts'
import { answer, hangUp, startScriptedServer } from '../helpers/scripted-server.ts'

function fault(code: number): string {
  return `<?xml version="1.0"?>\n<methodResponse><fault><value><struct><member>
    <name>faultCode</name>
    <value><int>${code}</int></value></member></struct></value></fault></methodResponse>`
}

const BLOGS =
  '<?xml version="1.0"?><methodResponse><params><param><value><array><data></data></array></value></param></params></methodResponse>'

test.each([
  ['right', answer(200, BLOGS)],
  ['right', answer(200, `<b>Warning</b>: something\n${BLOGS}`)],
  ['wrong', answer(200, fault(403))],
  ['unknown', answer(200, fault(405))],
  ['unknown', answer(200, fault(-32700))],
  ['unknown', answer(403, '<html><title>403 Forbidden</title></html>')],
  ['unknown', answer(405, 'XML-RPC server accepts POST requests only.')],
  ['unknown', answer(200, '<html><title>Shop</title></html>')],
  ['unknown', answer(302, '', { location: 'http://127.0.0.1:9/' })],
  ['unknown', hangUp],
] as const)('a login is %s by what XML-RPC answers', async (verdict, script) => {
  const server = await startScriptedServer(script)
  expect(await tryXmlRpc(new Connection(server.url, 'writer', 'secret'), 5000)).toBe(verdict)
  await server.close()
  expect(server.requests).toEqual(['POST /xmlrpc.php'])
})

test('name and password are text in it, whatever they hold', () => {
  expect(new Connection('http://127.0.0.1:9', 'a<b>&c', '</string>').xmlRpcParameters()).toBe(
    '<params><param><value><string>a&lt;b&gt;&amp;c</string></value></param><param><value><string>&lt;/string&gt;</string></value></param></params>',
  )
})
