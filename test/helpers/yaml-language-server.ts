import { spawn } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type MarkupContent,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node.js'

/** What an editor shows of a piece of YAML. */
export interface YamlView {
  /** What stands under the wavy lines, as "2:9 message", lines and columns from 1. */
  readonly diagnostics: readonly string[]
  /** What is offered where `|` stands in the text. */
  readonly offered: readonly string[]
  /** What is shown when the mouse rests on the first key. */
  readonly hover: string
}

export interface YamlServer {
  readonly open: (text: string) => Promise<YamlView>
  readonly stop: () => Promise<void>
}

/** The language server that the YAML extension of VS Code, Neovim and others start, with one schema for every file. */
export async function startYamlServer(schemaFile: string): Promise<YamlServer> {
  const program = fileURLToPath(import.meta.resolve('yaml-language-server/bin/yaml-language-server'))
  const child = spawn(process.execPath, [program, '--stdio'])
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const settings = {
    schemas: { [pathToFileURL(schemaFile).href]: '*.yaml' },
    schemaStore: { enable: false },
    ...{ validate: true, completion: true, hover: true },
  }
  const configured = new Promise<void>((resolve) => {
    connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) => {
      setImmediate(resolve)
      return items.map(({ section }) => (section === 'yaml' ? settings : {}))
    })
  })
  connection.onRequest('client/registerCapability', () => null)
  const waiting = new Map<string, (diagnostics: Diagnostic[]) => void>()
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => waiting.get(uri)?.(diagnostics),
  )
  connection.listen()
  const markdown = { contentFormat: ['markdown'] }
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { configuration: true }, textDocument: { hover: markdown } },
  })
  await connection.sendNotification('initialized', {})
  await configured
  let opened = 0
  return {
    open: async (marked) => {
      opened += 1
      const uri = `file:///front-matter-${opened}.yaml`
      const before = marked.slice(0, Math.max(0, marked.indexOf('|'))).split('\n')
      const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
      const published = new Promise<Diagnostic[]>((resolve) => {
        waiting.set(uri, resolve)
      })
      const textDocument = { uri, languageId: 'yaml', version: 1, text: marked.replace('|', '') }
      await connection.sendNotification('textDocument/didOpen', { textDocument })
      const diagnostics = await published
      const { items } = await connection.sendRequest<{ items: { label: string }[] }>(
        'textDocument/completion',
        { textDocument, position },
      )
      const start = { line: 0, character: 1 }
      const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument,
        position: start,
      })
      return {
        diagnostics: diagnostics.map(
          ({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`,
        ),
        offered: items.map(({ label }) => label),
        hover: (hover?.contents as MarkupContent | undefined)?.value ?? '',
      }
    },
    stop: async () => {
      await connection.sendRequest('shutdown')
      connection.dispose()
      child.kill()
    },
  }
}
