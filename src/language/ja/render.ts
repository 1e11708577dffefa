import type { Catalogue } from '../catalogue.ts'

export const render = {
  'The plugin "{1}" of wp.config.json is not run: {2}.':
    'wp.config.json のプラグイン「{1}」は実行しません: {2}。',
  'it is neither a package nor a file of the project': 'パッケージでも、プロジェクトのファイルでもありません',
  'it is no package': 'パッケージではありません',
  'it leads out of the project': 'プロジェクトの外を指しています',
  'A plugin is a program. Name an installed package ("remark-emoji"), or a file of the project ("./plugins/mine.ts").':
    'プラグインはプログラムです。インストール済みのパッケージ (「remark-emoji」) か、プロジェクトのファイル (「./plugins/mine.ts」) を指定してください。',
  'The plugin "{1}" adds syntax to Markdown, which Rensai cannot take up.':
    'プラグイン「{1}」は Markdown に構文を追加しますが、Rensai はそれを取り込めません。',
  'Use a plugin that changes the tree; GFM, directives and formulas ("math") are built in.':
    '構文木を変更するプラグインを使ってください。GFM、ディレクティブ、数式 (「math」) は組み込み済みです。',
  'The plugin "{1}" failed on {2}: {3}': 'プラグイン「{1}」が {2} の処理に失敗しました: {3}',
  'Mend the article or the plugin, or take it off "plugins" in wp.config.json.':
    '記事かプラグインを直すか、wp.config.json の「plugins」からプラグインを取り除いてください。',
  'The plugin "{1}" does not start: {2}': 'プラグイン「{1}」を起動できません: {2}',
  'Mend its options under "plugins" in wp.config.json.':
    'wp.config.json の「plugins」で、そのオプションを直してください。',
  '"{1}" is not a unified plugin: it has no default export that is a function.':
    '「{1}」は unified のプラグインではありません。関数の default export がありません。',
  'Name a remark or rehype plugin under "plugins" in wp.config.json.':
    'wp.config.json の「plugins」には、remark か rehype のプラグインを指定してください。',
  'The plugin "{1}" of wp.config.json cannot be loaded.':
    'wp.config.json のプラグイン「{1}」を読み込めません。',
  'Mend its path under "plugins".': '「plugins」のパスを直してください。',
  'Install it in the project (npm install {1}), or mend its name under "plugins".':
    'プロジェクトにインストールする (npm install {1}) か、「plugins」の名前を直してください。',
  'Mend it: {1}': '直してください: {1}',
} as const satisfies Catalogue
