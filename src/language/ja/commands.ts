import type { Catalogue } from '../catalogue.ts'

export const commands = {
  'There is no terminal to ask at.': '確認に答えるための端末がありません。',
  'Look at what was shown, then run the command again with --yes.':
    '表示された内容を確かめてから、--yes を付けてもう一度実行してください。',
  Yes: 'はい',
  No: 'いいえ',
  'Nothing on the site was changed.': 'サイトは何も変更していません。',
  'To take the posts over: {1}': '投稿を引き継ぐには: {1}',
  '{1} cannot be edited here: write "id: {2}" into its front matter.':
    '{1} はここで編集できません。フロントマターに「id: {2}」と書いてください。',
  'Write the ids into {1}?': '{1}に ID を書き込みますか?',
  'Written. To take it back: {1}': '書き込みました。元に戻すには: {1}',
  'No browser opened. The address is {1}': 'ブラウザーを開けませんでした。アドレスは {1} です',
  'Note: wp.config.json lists no categories, so their names are checked only when publishing.':
    '注: wp.config.json にカテゴリーの一覧がないため、カテゴリー名は公開時にだけ確認します。',
  'Note: --untrusted runs no plugin and believes nothing that was kept.':
    '注: --untrusted では、プラグインを実行せず、保存済みの結果も使いません。',
  'No more than {1} are allowed (--max-warnings).': '許容される警告は {1} 件までです (--max-warnings)。',
  'asking other sites': 'ほかのサイトに確認中',
  'asking other sites: {1} of {2}': 'ほかのサイトに確認中: {2} 件中 {1} 件',
  '{1}. Nothing was sent.': '{1}。何も送信していません。',
  '{1}. {2} held back.': '{1}。{2}を保留しました。',
  '--prune would move {1} to the trash; nothing was sent.':
    '--prune は{1}をゴミ箱へ移動します。何も送信していません。',
  'Where nobody can be asked, say so beforehand: add --yes.':
    '確認に答える人がいない環境では、あらかじめ --yes を付けてください。',
  'Move {1} to the trash?': '{1}をゴミ箱へ移動しますか?',
  'Examining the site': 'サイトを診断中',
  'Examining the site: {1}': 'サイトを診断中: {1}',
  'not fixed': '未修正',
  '{1}: {2}.': '{1}: {2}。',
  fixed: '修正済み',
  '{1} keeps no revisions of "{2}".': '{1} には「{2}」のリビジョンが保存されていません。',
  'and {1} more files': 'ほかにファイル {1} 個',
  '--url {1} is not an address.': '--url {1} はアドレスではありません。',
  'Write it with its scheme, such as https://example.com.':
    'https://example.com のように、https:// から書いてください。',
  '{1} has {2}.': '{1} には{2}があります。',
  'The address of your site belongs here, before you publish to it.':
    '公開する前に、ここにサイトのアドレスを書いてください。',
  '{1} is there already, and says the same.': '{1} はすでにあり、内容も同じです。',
  '{1} is there already. It would change so:': '{1} はすでにあります。次のように変わります:',
  '{1} is there already, so nothing was written.': '{1} がすでにあるため、何も書き込んでいません。',
  'Take over by hand what you like of it, or write over it with --force; --undo takes that back.':
    '必要な部分を手作業で取り入れるか、--force で上書きしてください。上書きは --undo で元に戻せます。',
  'Change {1}?': '{1}を変更しますか?',
  '{1} of the site have the slug of an article here.': 'サイトの{1}のスラッグが、ここの記事と同じです。',
  'To see how they differ: {1}': '違いを見るには: {1}',
  'To bring the posts of the site here: {1}': 'サイトの投稿をここに取り込むには: {1}',
  'Before you put a login into .env, add ".env" to .gitignore.':
    '.env にログイン情報を書く前に、.gitignore に「.env」を追加してください。',
  'To look at the articles: {1}': '記事を見るには: {1}',
  'Write the text below the front matter, then: {1}': 'フロントマターの下に本文を書いてから: {1}',
  'To look at it while you write: {1}': '書きながら表示を確かめるには: {1}',
  '--lang {1} is no language of this folder.': '--lang {1} は、このフォルダーの言語ではありません。',
  'Use {1}, or add it to "languages" in wp.config.json.':
    '{1} のどれかを使うか、wp.config.json の「languages」に追加してください。',
  '"{1}" is no slug that this folder takes.': '「{1}」は、このフォルダーで使えるスラッグではありません。',
  'The title gives no slug.': 'タイトルからスラッグを作れません。',
  'The title gives no slug that this folder takes, but "{1}".':
    'タイトルから作ったスラッグ「{1}」は、このフォルダーでは使えません。',
  'Give one with --slug, such as --slug my-article: words in small letters, joined by "-".':
    '--slug my-article のように、--slug で指定してください。小文字の単語を「-」でつなぎます。',
  '{1} has the slug "{2}" already. Nothing was written.':
    'スラッグ「{2}」は {1} が使っています。何も書き込んでいません。',
  'Give another one with --slug.': '--slug で別のスラッグを指定してください。',
  '{1} is there already, and is not written over.': '{1} はすでにあるため、上書きしません。',
  'Give another slug with --slug, or another title.':
    '--slug で別のスラッグを指定するか、タイトルを変えてください。',
  'No WP_URL is set: this is the embedded WordPress, and nothing becomes public.':
    'WP_URL が設定されていないため、内蔵の WordPress を使います。何も公開されません。',
  'It goes on at {1}': '{1} で引き続き動いています',
  'To open it in a browser: {1}': 'ブラウザーで開くには: {1}',
  'That was the embedded WordPress.': '使ったのは内蔵の WordPress です。',
  'The blog is open.': 'ブログを開きました。',
  'Connecting to {1}': '{1} に接続中',
  'To examine the whole site: {1}': 'サイト全体を診断するには: {1}',
  'Finding out why': '原因を調査中',
  'No article is left to publish. Nothing was sent.': '公開できる記事がありません。何も送信していません。',
  'Publishing to {1}': '{1} に公開中',
  'Looking at the public pages': '公開ページを確認中',
  '{1} of {2} changes were not made; run the command again to go on.':
    '変更 {2} 件のうち {1} 件を実行できませんでした。もう一度実行すると、続きから再開します。',
  'Nothing was pulled.': '何も取り込んでいません。',
  'Comparing it with the files': 'ファイルと比較中',
  'Nothing to pull: no article here was edited on {1}.':
    '取り込むものはありません。{1} で編集された記事はありません。',
  'Writing drafts to {1}': '{1} に下書きを書き込み中',
  '"{1}" is as in revision {2} already.': '「{1}」は、すでにリビジョン {2} と同じです。',
  'Back to revision {1} of {2}:': '{2} のリビジョン {1} に戻します:',
  'Restore this on {1}?': '{1} でこのように復元しますか?',
  'Restored. The file here differs now, and the next plan shows it; {1} brings it here.':
    '復元しました。ここのファイルとは内容が異なるため、次の変更の計画に表示されます。{1} でここに取り込めます。',
  'Site:     {1}': 'サイト:     {1}',
  'Admin:    {1}/wp-admin/': '管理画面:   {1}/wp-admin/',
  'Login:    {1}': 'ユーザー名: {1}',
  'Password: {1}': 'パスワード: {1}',
  'Kept in {1}. To publish exactly this: {2}': '{1} に保存しました。このとおりに公開するには: {2}',
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Commands:': 'コマンド:',
  '[options]': '[オプション]',
  '[command]': '[コマンド]',
  'choices: {1}': '選択肢: {1}',
  'default: {1}': '既定値: {1}',
  'preset: {1}': '省略時: {1}',
  'Environment, or .env beside wp.config.json:': '環境変数、または wp.config.json と同じ場所の .env:',
  'address of the site, such as https://example.com/blog': 'サイトのアドレス。例: https://example.com/blog',
  'login name': 'ユーザー名',
  'an application password: wp-admin > Users > Profile':
    'アプリケーションパスワード。管理画面 > ユーザー > プロフィール',
  'longest wait for one answer, in seconds (default: 60)': '応答を待つ最長の秒数 (既定値: 60)',
  'Without the first three, the embedded WordPress is meant.':
    '最初の 3 つがなければ、内蔵の WordPress を使います。',
  'Examples:': '例:',
  "error: unknown option '{1}'": 'エラー: オプション「{1}」はありません',
  "error: unknown command '{1}'": 'エラー: コマンド「{1}」はありません',
  "error: missing required argument '{1}'": 'エラー: 引数「{1}」が必要です',
  "error: option '{1}' argument missing": 'エラー: オプション「{1}」の値がありません',
  "error: option '{1}' cannot be used with option '{2}'":
    'エラー: オプション「{1}」と「{2}」は同時に使えません',
  "error: too many arguments for '{1}'. Expected 1 argument but got {2}.":
    'エラー: 「{1}」の引数が多すぎます。必要なのは 1 個ですが、{2} 個あります。',
  "error: too many arguments for '{1}'. Expected {2} arguments but got {3}.":
    'エラー: 「{1}」の引数が多すぎます。必要なのは {2} 個ですが、{3} 個あります。',
  "error: option '{1}' argument '{2}' is invalid. Allowed choices are {3}.":
    'エラー: オプション「{1}」の値「{2}」は使えません。選択肢は {3} です。',
  "error: command-argument value '{1}' is invalid for argument '{2}'. Allowed choices are {3}.":
    'エラー: 引数「{2}」の値「{1}」は使えません。選択肢は {3} です。',
  '(Did you mean one of {1}?)': '({1} のどれかではありませんか?)',
  '(Did you mean {1}?)': '({1} ではありませんか?)',
} as const satisfies Catalogue
