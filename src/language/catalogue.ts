/** What a language says for each text of the program, by the English one, whose values are `{1}`, `{2}` and so on. */
export type Catalogue = Readonly<Record<string, string>>
