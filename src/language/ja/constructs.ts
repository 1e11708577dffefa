import type { Catalogue } from '../catalogue.ts'

export const constructs = {
  'There is no highlighting theme "{1}".': 'コードの配色テーマ「{1}」がありません。',
  'Name a theme of Shiki or the path of a theme\'s JSON file in "shiki.theme".':
    '「shiki.theme」には、Shiki のテーマの名前か、テーマの JSON ファイルのパスを書いてください。',
  'The highlighting theme {1} cannot be read.': 'コードの配色テーマ {1} を読み込めません。',
  'Mend the path in "shiki.theme", which lies in the project and is no link, or the JSON of the file.':
    '「shiki.theme」のパスか、ファイルの JSON を直してください。書けるのは、プロジェクトの中にあり、リンクではないファイルです。',
} as const satisfies Catalogue
