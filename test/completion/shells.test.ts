import { execFile, spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { completionScript } from '../../src/completion/scripts.ts'
import { SHELLS, type Shell } from '../../src/completion/shells.ts'
import { runCli } from '../helpers/cli.ts'

const exec = promisify(execFile)

/** A project whose installation lies where a shell needs quotes. */
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rensai it's "))
  await cp('test/fixtures/pair', folder, { recursive: true })
  await writeFile(path.join(folder, 'posts/日本語の記事.md'), '---\ntitle: x\n---\n\nText.\n')
  await mkdir(path.join(folder, 'other/posts'), { recursive: true })
  await writeFile(path.join(folder, 'other/wp.config.json'), '{ "site": { "url": "https://a.example" } }')
  await writeFile(path.join(folder, 'other/posts/x.md'), '---\ntitle: x\nslug: elsewhere\n---\n\nText.\n')
  await writeFile(path.join(folder, 'a plan.json'), '{}')
  const installed = path.join(folder, 'bin.mjs')
  await writeFile(installed, `import ${JSON.stringify(pathToFileURL(path.resolve('dist/bin.js')).href)}\n`)
  for (const shell of SHELLS) {
    await writeFile(path.join(folder, `completion.${shell}`), completionScript(shell, installed))
  }
})

afterAll(() => rm(folder, { recursive: true }))

const env = { ...process.env, LC_ALL: 'C.UTF-8', TERM: 'xterm' }

/** What each shell is asked with, and how it says what it would offer, a line each. */
const ASK: Readonly<Record<Shell, (words: readonly string[]) => Promise<string>>> = {
  // The words as readline parts them: "=" is one of its own.
  bash: async (words) => {
    const parted = words
      .flatMap((word) => word.split(/(=)/))
      .filter((word, index) => word !== '' || index > 0)
    const code = `source ./completion.bash
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _rensai; printf '%s\\n' "\${COMPREPLY[@]}"`
    const args = ['--noprofile', '--norc', '-c', code, 'bash', 'rensai', ...parted]
    return (await exec('bash', args, { cwd: folder, env })).stdout
  },
  // A shell with a line editor, on a terminal of its own, whose compadd tells what it is given.
  zsh: async (words) => {
    const line = ['rensai', ...words].join(' ')
    await writeFile(path.join(folder, '.offered'), '')
    await writeFile(
      path.join(folder, 'inner.zsh'),
      `PS1='' ; autoload -Uz compinit; compinit -D -u; source ./completion.zsh
compadd() {
  if [[ $funcstack[2] == _rensai ]]; then
    local -a got; builtin compadd -O got "$@"; (( $#got )) && print -rl -- $got >> .offered
  fi
  builtin compadd "$@"
}
ask() {
  local before=$BUFFER; zle complete-word
  # Files are offered by functions of the shell: what they made of the line tells which.
  [[ -s .offered || $BUFFER == $before ]] || print -r -- \${\${(z)BUFFER}[-1]} > .offered
  : > .answered
}
zle -N ask; bindkey '^X' ask; print READY
`,
    )
    await rm(path.join(folder, '.answered'), { force: true })
    const code = `zmodload zsh/zpty; zpty z zsh -f -i
zpty -w z 'source ./inner.zsh'; zpty -r z _ '*READY*'
zpty -n -w z "$1"$'\\x18'
while [[ ! -e .answered ]]; do zpty -r -t z _ ; sleep 0.05; done; zpty -d z`
    await exec('zsh', ['-f', '-c', code, 'zsh', line], { cwd: folder, env, timeout: 30_000 })
    return await readFile(path.join(folder, '.offered'), 'utf8')
  },
  fish: async (words) => {
    const code = 'source ./completion.fish; complete -C $argv[1]'
    const args = ['--no-config', '-c', code, ['rensai', ...words].join(' ')]
    return (await exec('fish', args, { cwd: folder, env })).stdout.replace(/\t.*/g, '')
  },
}

const CASES: readonly [words: string[], offers: string[]][] = [
  [['p'], ['plan', 'preview', 'publish', 'pull']],
  [
    ['check', '--format', ''],
    ['gcc', 'github', 'json', 'sarif', 'text'],
  ],
  [['check', '--format', 's'], ['sarif']],
  [['check', '--ma'], ['--max-warnings']],
  [
    ['--lang', 'ja', 'check', '--f'],
    ['--fix', '--format'],
  ],
  [['check', '--fix', '--f'], ['--format']],
  [
    ['history', ''],
    ['first-name-en', 'second-name-en', '日本語の記事'],
  ],
  [['plan', '--only', 'first-name-en', 's'], ['second-name-en']],
  [['history', '--config', 'other/wp.config.json', ''], ['elsewhere']],
  [['history', '--config', 'missing.json', ''], []],
  [['history', 'first-name-en', ''], []],
  [['check', '--rules', 'link-l'], ['link-language']],
  [
    ['github', ''],
    ['comment', 'issue', 'pull-request'],
  ],
  [
    ['completion', ''],
    ['bash', 'fish', 'zsh'],
  ],
  [['help', 'co'], ['completion']],
  [['nothing', ''], []],
  [['plan', '--', '--o'], []],
]

describe.each(SHELLS)('%s', (shell) => {
  // Where continuous integration runs, all of them are installed.
  const isThere = spawnSync(shell, ['-c', 'true']).error === undefined || process.env.CI !== undefined

  const ask = async (...words: string[]): Promise<string[]> =>
    (await ASK[shell](words))
      .split('\n')
      .filter((line) => line !== '')
      .sort()

  test.runIf(isThere).each(CASES)('%j offers %j', async (words, offers) => {
    expect(await ask(...words)).toEqual([...offers].sort())
  })

  test.runIf(isThere)('a value behind "=" is that of the option', async () => {
    const whole = shell === 'bash' ? 'sarif' : '--format=sarif'
    expect(await ask('check', '--format=s')).toEqual([whole])
  })

  test.runIf(isThere)('files are those of the shell', async () => {
    const offered = await ask('publish', '--plan', 'a')
    expect(offered.map((each) => each.replace(/\\/g, ''))).toEqual(['a plan.json'])
    expect((await ask('publish', '--config=wp')).join()).toMatch(/wp\.config\.json$/)
    expect((await ask('init', '--posts', 'p')).join()).toMatch(/^posts\/?$/)
  })
})

test.each(SHELLS)('completion prints the script of %s, which names this installation', async (shell) => {
  const { stdout, exitCode } = await runCli(['completion', shell])
  expect([exitCode, stdout]).toEqual([0, `${completionScript(shell, path.resolve('dist/bin.js'))}\n`])
})

test('nothing is said where nothing can be told', async () => {
  for (const words of [[], ['--'], ['--', 'x', ''], ['--', '--config', '/', 'history', '']]) {
    const { stdout, stderr, exitCode } = await runCli(['complete', ...words])
    expect([words, stdout.split('\n')[0], stderr, exitCode]).toEqual([words, 'words', '', 0])
  }
})
