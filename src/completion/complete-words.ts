import type { Argument, Command, Option } from 'commander'

/** What a shell may offer for the word that is being typed. */
export interface Completion {
  /** Files and folders the shell lists itself. */
  readonly kind: 'words' | 'files' | 'folders'
  readonly offers: readonly Offer[]
}

export interface Offer {
  readonly word: string
  readonly description: string
}

/** Lists that the description of the program does not hold. */
export interface Lists {
  /** @param file path of wp.config.json */
  readonly slugs: (file: string) => Promise<readonly string[]>
  readonly ruleIds: () => Promise<readonly string[]>
}

const NOTHING: Completion = { kind: 'words', offers: [] }

/** How far a command line has been read. */
interface Place {
  readonly command: Command
  /** How many arguments of the command stand there. */
  readonly count: number
  /** The option whose value comes next, and whether it has one already. */
  readonly open?: { readonly option: Option; readonly hasValue: boolean } | undefined
  /** Behind `--` nothing is an option. */
  readonly isEnded: boolean
  readonly used: ReadonlySet<Option>
  readonly config: string
}

/**
 * What may stand at the end of a command line, by commander's own description of the program.
 *
 * @param words those behind the name of the program; the last one is being typed, and may be empty
 */
export async function completeWords(
  program: Command,
  words: readonly string[],
  lists: Lists,
): Promise<Completion> {
  const word = words.at(-1) ?? ''
  let place: Place = {
    command: program,
    count: 0,
    isEnded: false,
    used: new Set(),
    config: 'wp.config.json',
  }
  for (const before of words.slice(0, -1)) {
    const next = step(program, place, before)
    if (next === undefined) return NOTHING
    place = next
  }
  return startingWith(word, await offersAt(program, place, word, lists))
}

function step(program: Command, place: Place, word: string): Place | undefined {
  const { open, command } = place
  if (open !== undefined && takes(open, word)) {
    const isMore = open.option.variadic
    const config = open.option.long === '--config' ? word : place.config
    return { ...place, config, open: isMore ? { ...open, hasValue: true } : undefined }
  }
  if (!place.isEnded && word === '--') return { ...place, open: undefined, isEnded: true }
  if (!place.isEnded && word.startsWith('-')) {
    const [name = '', value] = split(word)
    const option = optionsOf(command).find(({ long, short }) => name === long || name === short)
    if (option === undefined) return { ...place, open: undefined }
    const used = new Set([...place.used, option])
    const config = option.long === '--config' && value !== undefined ? value : place.config
    const isOpen = value === undefined && (option.required || option.optional)
    return { ...place, used, config, open: isOpen ? { option, hasValue: false } : undefined }
  }
  if (command !== program) return { ...place, open: undefined, count: place.count + 1 }
  const named = commandsOf(program).find((each) => each.name() === word)
  return named === undefined ? undefined : { ...place, open: undefined, command: named }
}

/** Commander hands a first value on whatever it looks like, unless none is needed. */
function takes({ option, hasValue }: NonNullable<Place['open']>, word: string): boolean {
  return !word.startsWith('-') || (option.required && !hasValue)
}

async function offersAt(program: Command, place: Place, word: string, lists: Lists): Promise<Completion> {
  const { open, command, count } = place
  if (open !== undefined && takes(open, word)) return await valuesOf(open.option, place, lists)
  if (!place.isEnded && word.startsWith('-')) {
    const [name, value] = split(word)
    const options = optionsOf(command).filter(({ long }) => long !== undefined)
    if (value === undefined) {
      return toWords(
        options
          .filter((option) => option.variadic || !place.used.has(option))
          .map(({ long = '', description }) => ({ word: long, description })),
      )
    }
    const option = options.find(({ long, required, optional }) => long === name && (required || optional))
    if (option === undefined) return NOTHING
    const { kind, offers } = await valuesOf(option, place, lists)
    return { kind, offers: offers.map((offer) => ({ ...offer, word: `${name}=${offer.word}` })) }
  }
  if (command === program || command.name() === 'help') {
    if (count > 0) return NOTHING
    return toWords(
      commandsOf(program)
        .filter((each) => command === program || each.name() !== 'help')
        .map((each) => ({ word: each.name(), description: each.description() })),
    )
  }
  const last = command.registeredArguments.at(-1)
  const argument = command.registeredArguments[count] ?? (last?.variadic === true ? last : undefined)
  return argument === undefined ? NOTHING : await valuesOf(argument, place, lists)
}

/** By the choices, or else by what the help calls the value. */
async function valuesOf(wanted: Option | Argument, { config }: Place, lists: Lists): Promise<Completion> {
  const { argChoices } = wanted
  if (argChoices !== undefined) return toWords(argChoices.map((word) => ({ word, description: '' })))
  const name = 'flags' in wanted ? /[<[]([\w-]+)/.exec(wanted.flags)?.[1] : wanted.name()
  if (name === 'file' || name === 'path') return { kind: 'files', offers: [] }
  if (name === 'folder') return { kind: 'folders', offers: [] }
  const words = name === 'slug' ? await lists.slugs(config) : name === 'id' ? await lists.ruleIds() : []
  return toWords(words.map((word) => ({ word, description: '' })))
}

function startingWith(word: string, { kind, offers }: Completion): Completion {
  return { kind, offers: offers.filter((offer) => offer.word.startsWith(word)) }
}

function toWords(offers: readonly Offer[]): Completion {
  return { kind: 'words', offers }
}

function optionsOf(command: Command): Option[] {
  return command.createHelp().visibleOptions(command)
}

function commandsOf(program: Command): Command[] {
  return program.createHelp().visibleCommands(program)
}

/** `--name=value` */
function split(word: string): [name: string, value?: string] {
  const at = word.indexOf('=')
  return at === -1 ? [word] : [word.slice(0, at), word.slice(at + 1)]
}
