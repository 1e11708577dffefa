import { commandLine } from '../installation.ts'
import { say } from '../language/say.ts'
import { own } from '../standards/own.ts'

/** What each command is called with most; all of it fits into 80 columns. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  publish: ['publish', 'publish --dry-run', 'publish --only my-article-jp'],
  plan: ['plan', 'plan --only my-article-jp', 'plan --out plan.json'],
  pull: ['pull', 'pull my-article-jp', 'pull --all'],
  history: ['history my-article-jp'],
  rollback: ['rollback my-article-jp', 'rollback my-article-jp 123'],
  init: ['init', 'init --dry-run', 'init --ci', 'init --editor', 'init --url https://example.com'],
  new: ["new 'Dockerのネットワーク' --slug docker-network", "new 'VS Code' --pair"],
  adopt: ['adopt', 'adopt --dry-run', 'adopt --all'],
  check: ['check', 'check --fix', 'check --graph'],
  preview: ['preview', 'preview --serve', 'preview --wordpress'],
  doctor: ['doctor', 'doctor --write'],
  github: ['github comment plan.md', 'github issue links.json', 'github pull-request'],
  completion: ['completion bash', 'completion zsh', 'completion fish'],
  sandbox: ['sandbox', 'sandbox --reset'],
}

const ASKS_THE_SITE = ['publish', 'plan', 'pull', 'history', 'rollback', 'init', 'adopt', 'preview', 'doctor']

const ENVIRONMENT = [
  '',
  say`Environment, or .env beside wp.config.json:`,
  `  WP_URL           ${say`address of the site, such as https://example.com/blog`}`,
  `  WP_USERNAME      ${say`login name`}`,
  `  WP_APP_PASSWORD  ${say`an application password: wp-admin > Users > Profile`}`,
  `  WP_TIMEOUT       ${say`longest wait for one answer, in seconds (default: 60)`}`,
  say`Without the first three, the embedded WordPress is meant.`,
].join('\n')

/** What stands below the options in the help of a command; of the program where none is named. */
export function helpBelow(command?: string): string {
  const lines = command === undefined ? ['check', 'plan', 'publish'] : (own(EXAMPLES, command) ?? [])
  const examples = ['', say`Examples:`, ...lines.map((line) => `  ${commandLine(line)}`)].join('\n')
  const asks = command === undefined || ASKS_THE_SITE.includes(command)
  return asks ? `${examples}\n${ENVIRONMENT}` : examples
}
