import { Argument, Command, Option } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { SHELLS } from '../completion/shells.ts'
import { ExitCode, UserError } from '../errors.ts'
import { LANGUAGES } from '../language/language.ts'
import { say } from '../language/say.ts'
import { GRAPH_FORMATS } from '../links/output/formats.ts'
import { toShard } from '../shard.ts'
import { TASKS } from './github-tasks.ts'
import { helpBelow } from './help.ts'
import { helpLayout } from './help-layout.ts'
import type { Output } from './output.ts'

/**
 * All commands with their options. Each is loaded only when it is asked for: `check` must not wait for the site's client.
 *
 * @param done is told what a command that was carried out ends with
 */
export function describeProgram(output: Output, done: (code: ExitCode) => void): Command {
  const program = lang(new Command('rensai'))
    // The options of a command are its own: `new --lang` says in which languages an article is.
    .enablePositionalOptions()
    .description(say`Publish a Markdown article series to WordPress.`)
    .version(manifest.version, '--version', say`print the version`)
    .helpOption('-h, --help', say`display help for command`)
    .helpCommand('help [command]', say`display help for command`)
    .configureHelp(helpLayout())
    .exitOverride()
    .configureOutput({
      writeErr: (text) => output.say(text.trimEnd()),
      // Said by `run`, in our own words.
      outputError: () => {},
      writeOut: (text) => output.print(text.trimEnd()),
    })

  publishOptions(program.command('publish'))
    .description(say`publish the articles to the site, or to the embedded WordPress where none is configured`)
    .option('--dry-run', say`only show the plan`, false)
    .option('--yes', say`do not ask before posts go to the trash`, false)
    .option('--verify', say`look at the public pages afterwards`, false)
    .option('--open', say`show the site in a browser afterwards; the embedded WordPress stays open`)
    .option('--no-open', say`end at once, also where somebody sits at the terminal`)
    .addOption(
      new Option('--plan <file>', say`publish exactly a plan that was kept with plan --out`).conflicts([
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
      const { publish } = await import('./publish.ts')
      done(await publish(options, output))
    })

  untrusted(publishOptions(program.command('plan')))
    .description(say`show what publishing would change`)
    .option('--out <file>', say`keep the plan in a file, for publish --plan`)
    .addOption(
      new Option('--format <format>', say`how to print the plan`)
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .action(async (options) => {
      const { publish } = await import('./publish.ts')
      done(await publish({ ...options, dryRun: true }, output))
    })

  common(program.command('pull'))
    .description(say`bring posts of the site, and edits made in wp-admin, into Markdown`)
    .argument('[slug...]', say`posts by slug; without any, the articles that were edited on the site`)
    .option('--all', say`every post of the site`, false)
    .option('--overwrite', say`write over files that hold something else`, false)
    .action(async (slugs, options) => {
      const { pull } = await import('./pull.ts')
      done(await pull(slugs, options, output))
    })

  common(program.command('history'))
    .description(say`list the versions of a post that the site keeps`)
    .argument('<slug>', say`slug of the post`)
    .action(async (slug, options) => {
      const { history } = await import('./history.ts')
      done(await history(slug, options, output))
    })

  common(program.command('rollback'))
    .description(say`write an older version back into its post`)
    .argument('<slug>', say`slug of the post`)
    .argument('[revision]', say`id of the revision; the one before the present one by default`)
    .option('--yes', say`do it without asking`, false)
    .action(async (slug, revision, options) => {
      const { rollback } = await import('./rollback.ts')
      done(await rollback(slug, revision, options, output))
    })

  common(program.command('init'))
    .description(say`make a project of this folder: write wp.config.json, and say why each setting`)
    .option('--posts <folder>', say`the folder of the articles, where several may be meant`)
    .option('--url <address>', say`address of the site, where no login is set`)
    .option('--dry-run', say`only show what would be written`, false)
    .option('--yes', say`do not ask before files are changed`, false)
    .option('--force', say`write over a wp.config.json that is there`, false)
    .option('--ci', say`also write workflows for GitHub; only these where wp.config.json is there`, false)
    .option('--editor', say`also write settings for VS Code; only these where wp.config.json is there`, false)
    .option('--undo', say`take back what the last run wrote`, false)
    .option('--all', say`show each file that would be changed`, false)
    .action(async (options) => {
      const { init } = await import('./init.ts')
      done(await init(options, output))
    })

  common(program.command('new'))
    .description(say`make the file of a new article, as the articles of this folder are`)
    .argument('<title>', say`title of the article`)
    .option('--slug <name>', say`its slug and name; what WordPress makes of the title by default`)
    .option('--lang <languages>', say`an article in each of these: ja,en`)
    .addOption(
      new Option('--pair', say`an article in each language of wp.config.json`)
        .conflicts('lang')
        .default(false),
    )
    .action(async (title, options) => {
      const { newArticle } = await import('./new.ts')
      done(await newArticle(title, options, output))
    })

  common(program.command('adopt'))
    .description(say`pair the posts of the site with the articles here, and write their ids into the files`)
    .option('--dry-run', say`only show what is paired and how it differs`, false)
    .option('--yes', say`do not ask before the ids are written`, false)
    .option('--undo', say`take back the ids that the last run wrote`, false)
    .option('--html', say`show the markup of contents that differ, not their text`, false)
    .option('--all', say`show each post, also where many are alike`, false)
    .action(async (options) => {
      const { adopt } = await import('./adopt.ts')
      done(await adopt(options, output))
    })

  untrusted(common(program.command('check')))
    .description(say`check the articles offline`)
    .addOption(
      new Option('--format <format>', say`how to print messages`)
        .choices(['text', 'json', 'github', 'sarif', 'gcc'])
        .default('text'),
    )
    .option('--fix', say`mend what has exactly one right answer`, false)
    .option('--quiet', say`show errors only`, false)
    .option('--strict', say`the errors of drafts are errors, too`, false)
    .option('--all', say`show each message, also where many are alike`, false)
    .option('--max-warnings <number>', say`exit with 1 if there are more warnings`, toCount)
    .addOption(
      new Option('--graph [format]', say`write the links between the articles to stdout`)
        .choices(GRAPH_FORMATS)
        .preset('mermaid')
        .conflicts('format'),
    )
    .option('--rules <id...>', say`tell what these rules found, and nothing else; globs are allowed`)
    .addOption(shardOption().conflicts(['fix', 'graph']))
    .option('--external', say`also ask the sites that articles link to`, false)
    .action(async (options) => {
      const { check } = await import('./check.ts')
      done(await check(options, output))
    })

  untrusted(common(program.command('preview')))
    .description(say`build a static preview of the drafts in dist/preview`)
    .option('--plan', say`show in the index what publishing would do`, false)
    .option('--strict', say`the errors of drafts are errors, too`, false)
    .option('--all', say`show each message, also where many are alike`, false)
    .addOption(shardOption().conflicts(['serve', 'wordpress', 'plan']))
    .addOption(
      new Option('--serve', say`serve it instead, and update open pages when a file is saved`).conflicts(
        'plan',
      ),
    )
    .option('--port <number>', say`port to serve on`, toPort)
    .addOption(
      new Option('--wordpress', say`put the drafts into an embedded WordPress instead`).conflicts([
        'plan',
        'serve',
        'port',
      ]),
    )
    .option('--overwrite', say`with --wordpress: write over drafts that were edited in its wp-admin`, false)
    .action(async (options) => {
      if (options.serve === true) {
        const { previewLive } = await import('./preview-live.ts')
        done(await previewLive(options, output))
      } else if (options.wordpress === true) {
        const { previewWordPress } = await import('./preview-wordpress.ts')
        done(await previewWordPress(options, output))
      } else {
        const { preview } = await import('./preview.ts')
        done(await preview(options, output))
      }
    })

  common(program.command('doctor'))
    .description(say`find out why a site does not work, and what to do about it`)
    .option('--write', say`also make a draft and a picture, and delete them again`, false)
    .option('--json', say`print one JSON document on stdout`, false)
    .action(async (options) => {
      const { doctor } = await import('./doctor.ts')
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
      const { github } = await import('./github.ts')
      done(await github(task, files, options, output))
    })

  common(program.command('sandbox'))
    .description(say`keep the embedded WordPress running`)
    .option('--reset', say`start afresh with an empty site`, false)
    .option('--port <number>', say`port to listen on`, toPort)
    .action(async (options) => {
      const { sandbox } = await import('./sandbox.ts')
      done(await sandbox(options, output))
    })

  common(program.command('completion'))
    .description(say`print what makes a shell complete commands, options and slugs; docs/editors.md`)
    .addArgument(new Argument('<shell>', say`which shell`).choices(SHELLS))
    .action(async (shell) => {
      const { completion } = await import('./completion.ts')
      done(completion(shell, output))
    })

  // What that asks: the words of a command line behind `rensai`, up to the one that is being typed.
  program
    .command('complete', { hidden: true })
    .argument('[word...]')
    .action(async (words) => {
      const { complete } = await import('./complete.ts')
      done(await complete(program, words, output))
    })

  for (const command of [program, ...program.commands]) {
    command.addHelpText('after', helpBelow(command === program ? undefined : command.name()))
  }
  return program
}

/** Which language is spoken is settled before the command line is read (bin.ts). */
function lang(command: Command): Command {
  return command.addOption(
    new Option(
      '--lang <language>',
      say`language of messages, otherwise that of LC_ALL, LC_MESSAGES or LANG`,
    ).choices(LANGUAGES),
  )
}

function common(command: Command): Command {
  // What `new` calls so is the language of an article.
  return (command.name() === 'new' ? command : lang(command))
    .option('--config <path>', say`the wp.config.json of the project`, 'wp.config.json')
    .option('--debug', say`show stack traces`, false)
}

function untrusted(command: Command): Command {
  return command.option(
    '--untrusted',
    say`for articles of others, as of a fork: run no plugin, read no .env and nothing kept`,
    false,
  )
}

function publishOptions(command: Command): Command {
  return common(command)
    .option('--only <slug...>', say`only articles whose slug matches; globs are allowed`)
    .option('--json', say`print one JSON document on stdout`, false)
    .option('--adopt', say`take over posts that were not published from here`, false)
    .option('--overwrite', say`write over what was edited in wp-admin`, false)
    .option('--prune', say`move posts whose file is gone to the trash`, false)
    .option('--wait-for-pair', say`make the languages of a pair public together or not at all`, false)
    .option('--html', say`show the markup of changed contents, not their text`, false)
    .option('--create-categories', say`create categories that the site does not have`, false)
    .option('--strict', say`send nothing while any article, also a draft, has an error`, false)
    .option('--all', say`show each message and each change, also where many are alike`, false)
}

function shardOption(): Option {
  return new Option(
    '--shard <part>',
    say`one part of several, such as 2/3, each on a machine of its own`,
  ).argParser(toShard)
}

function toCount(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new UserError(say`--max-warnings ${text} is not a number.`, {
    advice: say`Give 0 to allow none.`,
    exitCode: ExitCode.usage,
  })
}

function toPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new UserError(say`--port ${text} is not a port.`, {
    advice: say`Give a number from 1 to 65535.`,
    exitCode: ExitCode.usage,
  })
}
