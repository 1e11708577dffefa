/** What `publish` and `plan` are asked for. */
export interface PublishOptions {
  /** Path of wp.config.json. */
  readonly config: string
  /** Somebody else wrote the project: nothing of it is run. @default false */
  readonly untrusted?: boolean
  /** Slugs or globs; `undefined` means every article. */
  readonly only: readonly string[] | undefined
  /** Plan only. */
  readonly dryRun: boolean
  readonly json: boolean
  readonly adopt: boolean
  readonly overwrite: boolean
  readonly createCategories: boolean
  /** Put posts whose file is gone into the trash. */
  readonly prune?: boolean
  /** Do not ask before that. */
  readonly yes?: boolean
  readonly waitForPair?: boolean
  /** One error, also of a draft, and nothing is sent. @default false */
  readonly strict?: boolean
  /** Show each message and each change, also where many are alike. @default false */
  readonly all?: boolean
  /** Show the markup of changed contents instead of their text. */
  readonly html?: boolean
  /** How a plan alone is printed; `json` is the same as the option of that name. */
  readonly format?: 'text' | 'json' | 'markdown'
  /** File to keep the plan in. */
  readonly out?: string
  /** File of a kept plan to apply. */
  readonly plan?: string
  /** Show where in the program a bug came from. */
  readonly debug?: boolean
  /** Show the site in a browser afterwards. @default false, but the embedded WordPress stays open for a person */
  readonly open?: boolean
  /** Look at the public pages afterwards. */
  readonly verify?: boolean
}
