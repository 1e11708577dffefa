import { Argument, Command, CommanderError, Option } from 'commander'
import pc from 'picocolors'
import manifest from '../package.json' with { type: 'json' }
import { TASKS } from './commands/github-tasks.ts'
import { helpBelow } from './commands/help.ts'
import { type Output, terminal } from './commands/output.ts'
import { isStepOfNpmPublish } from './config/environment.ts'
import { optionsKeptByNpm } from './config/npm-options.ts'
import { BUG_ADVICE, ExitCode, UserError } from './errors.ts'
import { commandLine, shellWord } from './installation.ts'
import { LANGUAGES } from './language/language.ts'
import { say } from './language/say.ts'
import { GRAPH_FORMATS } from './links/output/formats.ts'
import { oneLine } from './report/printable.ts'
import { toShard } from './shard.ts'

/** Not part of the contract: the process's own failure, EX_SOFTWARE of sysexits.h. */
const BUG = 70

/** As shells report a process that Ctrl+C ended: 128 + SIGINT. */
const INTERRUPTED = 130

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
  const program = describe(output, (code) => {
    exitCode = code
  })
  try {
    if (isStepOfNpmPublish()) {
      throw new UserError(
        'npm publish releases this package; it is not for articles, and none was published.',
        {
          advice: 'To publish the articles: npm run publish. To release the package: npm run release.',
          exitCode: ExitCode.usage,
        },
      )
    }
    assertWhole(program, argv)
    await program.parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) {
      const [command = '', word = '-'] = argv
      if (
        error.code === 'commander.excessArguments' &&
        /^(publish|plan)$/.test(command) &&
        !/^-/.test(word)
      ) {
        output.say(`  For the article of that slug alone: ${commandLine(`${command} --only`, word)}`)
      }
      return error.exitCode === 0 ? ExitCode.ok : ExitCode.usage
    }
    // Ctrl+C at a question, which is always asked before anything is sent.
    if (error instanceof Error && error.name === 'ExitPromptError') {
      output.say(say`Interrupted. Nothing was changed.`)
      return INTERRUPTED
    }
    const debug = argv.includes('--debug')
    if (error instanceof UserError) {
      output.say(`${pc.red('error')} ${oneLine(error.message)}\n  ${oneLine(error.advice)}`)
      if (error.example !== undefined) output.say(error.example.replace(/^/gm, '    '))
      if (debug) output.say(String(error.stack))
      return error.exitCode
    }
    output.say(`${pc.red('bug')} ${oneLine(error instanceof Error ? error.message : String(error))}`)
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
    `npm took ${names.join(' and ')} for itself and did not hand ${names.length > 1 ? 'them' : 'it'} on. Nothing was done.`,
    {
      advice: `Options come after "--": npm run ${kept.script} -- ${words.join(' ')}`,
      exitCode: ExitCode.usage,
    },
  )
}

/** Each command is loaded only when it is asked for: `check` must not wait for the site's client. */
function describe(output: Output, done: (code: ExitCode) => void): Command {
  const program = lang(new Command('rensai'))
    .description('Publish a Markdown article series to WordPress.')
    .version(manifest.version, '--version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeErr: (text) => output.say(text.trimEnd()),
      writeOut: (text) => output.print(text.trimEnd()),
    })
    .hook('preAction', (_, command) => {
      if (SERVING.includes(command.name())) return
      process.once('SIGINT', () => {
        output.say(`\n${say`Interrupted. Run the command again; it goes on from what is there.`}`)
        process.exit(INTERRUPTED)
      })
    })

  publishOptions(program.command('publish'))
    .description('publish the articles to the site, or to the embedded WordPress where none is configured')
    .option('--dry-run', 'only show the plan', false)
    .option('--yes', 'do not ask before posts go to the trash', false)
    .option('--verify', 'look at the public pages afterwards', false)
    .option('--open', 'show the site in a browser afterwards; the embedded WordPress stays open')
    .option('--no-open', 'end at once, also where somebody sits at the terminal')
    .addOption(
      new Option('--plan <file>', 'publish exactly a plan that was kept with plan --out').conflicts([
        'only',
        'adopt',
        'overwrite',
        'createCategories',
        'prune',
        'waitForPair',
        'strict',
      ]),
    )
    .action(async (options) => {
      const { publish } = await import('./commands/publish.ts')
      done(await publish(options, output))
    })

  untrusted(publishOptions(program.command('plan')))
    .description('show what publishing would change')
    .option('--out <file>', 'keep the plan in a file, for publish --plan')
    .addOption(
      new Option('--format <format>', 'how to print the plan')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .action(async (options) => {
      const { publish } = await import('./commands/publish.ts')
      done(await publish({ ...options, dryRun: true }, output))
    })

  common(program.command('pull'))
    .description('bring posts of the site, and edits made in wp-admin, into Markdown')
    .argument('[slug...]', 'posts by slug; without any, the articles that were edited on the site')
    .option('--all', 'every post of the site', false)
    .option('--overwrite', 'write over files that hold something else', false)
    .action(async (slugs, options) => {
      const { pull } = await import('./commands/pull.ts')
      done(await pull(slugs, options, output))
    })

  common(program.command('history'))
    .description('list the versions of a post that the site keeps')
    .argument('<slug>', 'slug of the post')
    .action(async (slug, options) => {
      const { history } = await import('./commands/history.ts')
      done(await history(slug, options, output))
    })

  common(program.command('rollback'))
    .description('write an older version back into its post')
    .argument('<slug>', 'slug of the post')
    .argument('[revision]', 'id of the revision; the one before the present one by default')
    .option('--yes', 'do it without asking', false)
    .action(async (slug, revision, options) => {
      const { rollback } = await import('./commands/rollback.ts')
      done(await rollback(slug, revision, options, output))
    })

  common(program.command('init'))
    .description('make a project of this folder: write wp.config.json, and say why each setting')
    .option('--posts <folder>', 'the folder of the articles, where several may be meant')
    .option('--url <address>', 'address of the site, where no login is set')
    .option('--dry-run', 'only show what would be written', false)
    .option('--yes', 'do not ask before files are changed', false)
    .option('--force', 'write over a wp.config.json that is there', false)
    .option('--ci', say`also write workflows for GitHub; only these where wp.config.json is there`, false)
    .option('--undo', 'take back what the last run wrote', false)
    .option('--all', 'show each file that would be changed', false)
    .action(async (options) => {
      const { init } = await import('./commands/init.ts')
      done(await init(options, output))
    })

  common(program.command('new'))
    .description('make the file of a new article, as the articles of this folder are')
    .argument('<title>', 'title of the article')
    .option('--slug <slug>', 'its slug and name; what WordPress makes of the title by default')
    .option('--lang <languages>', 'an article in each of these: ja,en')
    .addOption(
      new Option('--pair', 'an article in each language of wp.config.json').conflicts('lang').default(false),
    )
    .action(async (title, options) => {
      const { newArticle } = await import('./commands/new.ts')
      done(await newArticle(title, options, output))
    })

  common(program.command('adopt'))
    .description('pair the posts of the site with the articles here, and write their ids into the files')
    .option('--dry-run', 'only show what is paired and how it differs', false)
    .option('--yes', 'do not ask before the ids are written', false)
    .option('--undo', 'take back the ids that the last run wrote', false)
    .option('--html', 'show the markup of contents that differ, not their text', false)
    .option('--all', 'show each post, also where many are alike', false)
    .action(async (options) => {
      const { adopt } = await import('./commands/adopt.ts')
      done(await adopt(options, output))
    })

  untrusted(common(program.command('check')))
    .description('check the articles offline')
    .addOption(
      new Option('--format <format>', 'how to print messages')
        .choices(['text', 'json', 'github', 'sarif', 'gcc'])
        .default('text'),
    )
    .option('--fix', 'mend what has exactly one right answer', false)
    .option('--quiet', 'show errors only', false)
    .option('--strict', 'the errors of drafts are errors, too', false)
    .option('--all', 'show each message, also where many are alike', false)
    .option('--max-warnings <number>', 'exit with 1 if there are more warnings', toCount)
    .addOption(
      new Option('--graph [format]', 'write the links between the articles to stdout')
        .choices(GRAPH_FORMATS)
        .preset('mermaid')
        .conflicts('format'),
    )
    .option('--rules <id...>', say`tell what these rules found, and nothing else; globs are allowed`)
    .addOption(shardOption().conflicts(['fix', 'graph']))
    .option('--external', 'also ask the sites that articles link to', false)
    .action(async (options) => {
      const { check } = await import('./commands/check.ts')
      done(await check(options, output))
    })

  untrusted(common(program.command('preview')))
    .description('build a static preview of the drafts in dist/preview')
    .option('--plan', 'show in the index what publishing would do', false)
    .option('--strict', 'the errors of drafts are errors, too', false)
    .option('--all', 'show each message, also where many are alike', false)
    .addOption(shardOption().conflicts(['serve', 'wordpress', 'plan']))
    .addOption(
      new Option('--serve', 'serve it instead, and update open pages when a file is saved').conflicts('plan'),
    )
    .option('--port <number>', 'port to serve on', toPort)
    .addOption(
      new Option('--wordpress', 'put the drafts into an embedded WordPress instead').conflicts([
        'plan',
        'serve',
        'port',
      ]),
    )
    .option('--overwrite', 'with --wordpress: write over drafts that were edited in its wp-admin', false)
    .action(async (options) => {
      if (options.serve === true) {
        const { previewLive } = await import('./commands/preview-live.ts')
        done(await previewLive(options, output))
      } else if (options.wordpress === true) {
        const { previewWordPress } = await import('./commands/preview-wordpress.ts')
        done(await previewWordPress(options, output))
      } else {
        const { preview } = await import('./commands/preview.ts')
        done(await preview(options, output))
      }
    })

  common(program.command('doctor'))
    .description('find out why a site does not work, and what to do about it')
    .option('--write', 'also make a draft and a picture, and delete them again', false)
    .option('--json', 'print one JSON document on stdout', false)
    .action(async (options) => {
      const { doctor } = await import('./commands/doctor.ts')
      done(await doctor(options, output))
    })

  common(program.command('github'))
    .description(say`tell GitHub what a workflow has found; docs/ci.md`)
    .addArgument(
      new Argument('<task>', say`what is told: a plan, links that need a look, edits of wp-admin`).choices(
        TASKS,
      ),
    )
    .argument('[file...]', say`what was printed before: of plan as Markdown, of check as JSON`)
    .action(async (task, files, options) => {
      const { github } = await import('./commands/github.ts')
      done(await github(task, files, options, output))
    })

  common(program.command('sandbox'))
    .description('keep the embedded WordPress running')
    .option('--reset', 'start afresh with an empty site', false)
    .option('--port <number>', 'port to listen on', toPort)
    .action(async (options) => {
      const { sandbox } = await import('./commands/sandbox.ts')
      done(await sandbox(options, output))
    })

  for (const command of [program, ...program.commands]) {
    command.addHelpText('after', helpBelow(command === program ? undefined : command.name()))
  }
  return program
}

/** Which language is spoken is settled before the command line is read (bin.ts). */
function lang(command: Command): Command {
  return command.addOption(
    new Option('--lang <language>', say`language of messages; of ja only the rules are there yet`).choices(
      LANGUAGES,
    ),
  )
}

function common(command: Command): Command {
  // What `new` calls so is the language of an article.
  return (command.name() === 'new' ? command : lang(command))
    .option('--config <path>', 'the wp.config.json of the project', 'wp.config.json')
    .option('--debug', 'show stack traces', false)
}

function untrusted(command: Command): Command {
  return command.option(
    '--untrusted',
    'for articles of others, as of a fork: run no plugin, read no .env and nothing kept',
    false,
  )
}

function publishOptions(command: Command): Command {
  return common(command)
    .option('--only <slug...>', 'only articles whose slug matches; globs are allowed')
    .option('--json', 'print one JSON document on stdout', false)
    .option('--adopt', 'take over posts that were not published from here', false)
    .option('--overwrite', 'write over what was edited in wp-admin', false)
    .option('--prune', 'move posts whose file is gone to the trash', false)
    .option('--wait-for-pair', 'make the languages of a pair public together or not at all', false)
    .option('--html', 'show the markup of changed contents, not their text', false)
    .option('--create-categories', 'create categories that the site does not have', false)
    .option('--strict', 'send nothing while any article, also a draft, has an error', false)
    .option('--all', 'show each message and each change, also where many are alike', false)
}

function shardOption(): Option {
  return new Option(
    '--shard <part>',
    say`one part of several, such as 2/3, each on a machine of its own`,
  ).argParser(toShard)
}

function toCount(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new UserError(`--max-warnings ${text} is not a number.`, {
    advice: 'Give 0 to allow none.',
    exitCode: ExitCode.usage,
  })
}

function toPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new UserError(`--port ${text} is not a port.`, {
    advice: 'Give a number from 1 to 65535.',
    exitCode: ExitCode.usage,
  })
}
