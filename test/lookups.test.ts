import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** Where a name is looked up that is known to be one of the record's own, and why it is. */
const SURE: Readonly<Record<string, string>> = {
  'standards/own.ts: record[name]': 'it asks first',
  'constructs/headings/ids.ts: slugger.occurrences[data.explicitId]':
    'github-slugger makes it without a prototype',
  'content/normal-form.ts: properties[name]': 'a copy that is made here, and only takes away',
  'kept-store.ts: this.#part(number).entries[name]': 'a path that ends in an extension, or a number',
  'kept-store.ts: entries[name]': 'one of its own keys',
  'links/external/cache.ts: entries[url]': 'a whole address',
  'render/plugins/rehype-noncharacters.ts: node.properties[name]': 'one of its own keys',
  'render/raw-html/rehype-safe-addresses.ts: properties[name]': 'one of a few names',
  'site/post-wire.ts: body[key]': 'a place on the wire, which the fields say',
  'sync/changes/write-post.ts: name in sent': 'a name of a field',
  'sync/marker.ts: attributes[name]': 'one of its own keys',
  'sync/marker.ts: name in attributes': 'one of a few names',
}

const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(
  'tsconfig.json',
  {},
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(String(messageText))
    },
  },
) ?? { fileNames: [], options: {} }

/** Every `record[name]` and `name in record` of the sources where `name` may be any text and the record is no list. */
function listLookups(): string[] {
  const program = ts.createProgram({
    rootNames: fileNames.filter(isSource),
    options: { ...options, incremental: false },
  })
  const checker = program.getTypeChecker()
  const isAnyText = (node: ts.Expression): boolean =>
    (checker.getTypeAtLocation(node).flags & ts.TypeFlags.String) !== 0
  return program
    .getSourceFiles()
    .filter(({ fileName }) => isSource(fileName))
    .flatMap((source) => {
      const found = new Set<string>()
      const visit = (node: ts.Node): void => {
        const isLookup =
          (ts.isElementAccessExpression(node) && isAnyText(node.argumentExpression)) ||
          (ts.isBinaryExpression(node) &&
            node.operatorToken.kind === ts.SyntaxKind.InKeyword &&
            isAnyText(node.left))
        if (isLookup) found.add(`${path.relative('src', source.fileName)}: ${node.getText()}`)
        ts.forEachChild(node, visit)
      }
      visit(source)
      return [...found]
    })
}

function isSource(file: string): boolean {
  return path.relative('src', file).startsWith('..') === false
}

test('what comes from outside is looked up by `own`, or in a map', () => {
  const lookups = listLookups()
  expect(lookups).toContain('standards/own.ts: record[name]')
  expect(lookups.filter((lookup) => !Object.hasOwn(SURE, lookup))).toEqual([])
})
