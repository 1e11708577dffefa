import { type Command, CommanderError } from 'commander'
import pc from 'picocolors'
import { type Output, terminal } from './commands/output.ts'
import { describeProgram } from './commands/program.ts'
import { exitCodeOf, onStop } from './commands/stop-signals.ts'
import { usageErrorToText } from './commands/usage-errors.ts'
import { isStepOfNpmPublish } from './config/environment.ts'
import { optionsKeptByNpm } from './config/npm-options.ts'
import { BUG_ADVICE, ExitCode, UserError } from './errors.ts'
import { commandLine, shellWord } from './installation.ts'
import { listAll } from './language/lists.ts'
import { say } from './language/say.ts'
import { oneLine } from './report/printable.ts'
import { untilNothingIsUnderWay } from './sandbox/under-way.ts'

/** Not part of the contract: the process's own failure, EX_SOFTWARE of sysexits.h. */
const BUG = 70

/** These go on until Ctrl+C, and see to it themselves. */
const SERVING = ['preview', 'sandbox']

/**
 * Does what a command line asks for. Throws nothing; what fails is said on `output`.
 *
 * @param argv what stands behind the name of the program
 * @returns the exit code of the process
 */
export async function run(argv: readonly string[], output: Output = terminal): Promise<number> {
  let exitCode: number = ExitCode.ok
  const program = describeProgram(output, (code) => {
    exitCode = code
  })
  program.hook('preAction', (_, command) => {
    if (SERVING.includes(command.name())) return
    onStop((signal) => {
      output.say(`\n${say`Interrupted. Run the command again; it goes on from what is there.`}`)
      void untilNothingIsUnderWay().then(() => process.exit(exitCodeOf(signal)))
    })
  })
  try {
    if (isStepOfNpmPublish()) {
      throw new UserError(
        say`npm publish releases this package; it is not for articles, and none was published.`,
        {
          advice: say`To publish the articles: npm run publish. To release the package: npm run release.`,
          exitCode: ExitCode.usage,
        },
      )
    }
    assertWhole(program, argv)
    await program.parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) {
      const text = usageErrorToText(error)
      if (text !== '') output.say(text)
      const [command = '', word = '-'] = argv
      if (
        error.code === 'commander.excessArguments' &&
        /^(publish|plan)$/.test(command) &&
        !/^-/.test(word)
      ) {
        output.say(`  ${say`For the article of that slug alone: ${commandLine(`${command} --only`, word)}`}`)
      }
      return error.exitCode === 0 ? ExitCode.ok : ExitCode.usage
    }
    // Ctrl+C at a question, which is always asked before anything is sent.
    if (error instanceof Error && error.name === 'ExitPromptError') {
      output.say(say`Interrupted. Nothing was changed.`)
      return exitCodeOf('SIGINT')
    }
    const debug = argv.includes('--debug')
    if (error instanceof UserError) {
      output.say(`${pc.red(say`error`)} ${oneLine(error.message)}\n  ${oneLine(error.advice)}`)
      if (error.example !== undefined) output.say(error.example.replace(/^/gm, '    '))
      if (debug) output.say(String(error.stack))
      return error.exitCode
    }
    output.say(`${pc.red(say`bug`)} ${oneLine(error instanceof Error ? error.message : String(error))}`)
    output.say(debug && error instanceof Error ? String(error.stack) : `  ${BUG_ADVICE}`)
    return BUG
  }
}

/**
 * What npm took for itself of a command line must not be missing: without `--dry-run` more would happen than was asked.
 *
 * @throws UserError (usage) with the line to type
 */
function assertWhole(program: Command, argv: readonly string[]): void {
  const command = program.commands.find((each) => each.name() === argv[0])
  const options = (command?.options ?? []).map(({ long, required, optional }) => ({
    long: long ?? '',
    takesValue: required || optional,
  }))
  const kept = optionsKeptByNpm(options, argv)
  if (kept === undefined) return
  const names = kept.words.filter((word) => word.startsWith('--'))
  const words = kept.words.map((word) => (word.startsWith('--') ? word : shellWord(word)))
  throw new UserError(
    names.length > 1
      ? say`npm took ${listAll(names)} for itself and did not hand them on. Nothing was done.`
      : say`npm took ${listAll(names)} for itself and did not hand it on. Nothing was done.`,
    {
      advice: say`Options come after "--": npm run ${kept.script} -- ${words.join(' ')}`,
      exitCode: ExitCode.usage,
    },
  )
}
