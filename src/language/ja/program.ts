import type { Catalogue } from '../catalogue.ts'

export const program = {
  'Interrupted. Nothing was changed.': '中断しました。何も変更していません。',
  'Interrupted. Run the command again; it goes on from what is there.':
    '中断しました。もう一度実行すると、続きから再開します。',
  'language of messages, otherwise that of LC_ALL, LC_MESSAGES or LANG':
    'メッセージの言語。指定がなければ LC_ALL、LC_MESSAGES、LANG に従う',
  'npm publish releases this package; it is not for articles, and none was published.':
    'npm publish はこのパッケージをリリースするもので、記事用ではありません。記事は 1 件も公開していません。',
  'To publish the articles: npm run publish. To release the package: npm run release.':
    '記事を公開するには npm run publish、パッケージをリリースするには npm run release を実行してください。',
  'For the article of that slug alone: {1}': 'そのスラッグの記事だけを対象にするには: {1}',
  bug: '不具合',
  'An article has an error, so nothing was rendered.':
    'エラーのある記事があるため、何もレンダリングしていません。',
  'Ask check() what it is.': 'エラーの内容は check() で確かめてください。',
  'npm took {1} for itself and did not hand them on. Nothing was done.':
    'npm が {1} を自身のオプションとして受け取り、渡しませんでした。何も実行していません。',
  'npm took {1} for itself and did not hand it on. Nothing was done.':
    'npm が {1} を自身のオプションとして受け取り、渡しませんでした。何も実行していません。',
  'Options come after "--": npm run {1} -- {2}': 'オプションは「--」の後に書いてください: npm run {1} -- {2}',
  'Publish a Markdown article series to WordPress.': 'Markdown の連載記事を WordPress に公開します。',
  'print the version': 'バージョンを表示',
  'display help for command': 'コマンドのヘルプを表示',
  'publish the articles to the site, or to the embedded WordPress where none is configured':
    '記事をサイトに公開。サイトの設定がなければ内蔵の WordPress に公開',
  'only show the plan': '変更の計画だけを表示',
  'do not ask before posts go to the trash': '投稿をゴミ箱へ移動する前に確認しない',
  'look at the public pages afterwards': '公開後に公開ページを確認',
  'show the site in a browser afterwards; the embedded WordPress stays open':
    '公開後にサイトをブラウザーで表示。内蔵の WordPress は開いたままにする',
  'end at once, also where somebody sits at the terminal': '端末の前に人がいても、すぐに終了',
  'publish exactly a plan that was kept with plan --out': 'plan --out で保存した計画のとおりに公開',
  'show what publishing would change': '公開すると何が変わるかを表示',
  'keep the plan in a file, for publish --plan': '計画を publish --plan 用のファイルに保存',
  'how to print the plan': '計画の表示形式',
  'bring posts of the site, and edits made in wp-admin, into Markdown':
    'サイトの投稿と、管理画面での編集を Markdown に取り込む',
  'posts by slug; without any, the articles that were edited on the site':
    '投稿のスラッグ。指定がなければ、サイトで編集された記事',
  'every post of the site': 'サイトのすべての投稿',
  'write over files that hold something else': '内容の異なるファイルを上書き',
  'list the versions of a post that the site keeps': 'サイトに残っている投稿のリビジョンを一覧表示',
  'slug of the post': '投稿のスラッグ',
  'write an older version back into its post': '投稿を以前のリビジョンに戻す',
  'id of the revision; the one before the present one by default':
    'リビジョンの ID。指定がなければ 1 つ前のリビジョン',
  'do it without asking': '確認せずに実行',
  'make a project of this folder: write wp.config.json, and say why each setting':
    'このフォルダーをプロジェクトにする。wp.config.json を書き込み、各設定の理由を表示',
  'the folder of the articles, where several may be meant': '記事のフォルダー。候補が複数あるときに指定',
  'address of the site, where no login is set': 'サイトのアドレス。ログイン情報がないときに指定',
  'only show what would be written': '書き込む内容だけを表示',
  'do not ask before files are changed': 'ファイルを変更する前に確認しない',
  'write over a wp.config.json that is there': '既存の wp.config.json を上書き',
  'take back what the last run wrote': '前回の実行で書き込んだものを元に戻す',
  'show each file that would be changed': '変更するファイルをすべて表示',
  'make the file of a new article, as the articles of this folder are':
    'このフォルダーの記事に合わせて、新しい記事のファイルを作成',
  'title of the article': '記事のタイトル',
  'its slug and name; what WordPress makes of the title by default':
    'スラッグとファイル名。指定がなければ WordPress がタイトルから作るもの',
  'an article in each of these: ja,en': '指定した言語ごとに記事を作成。例: ja,en',
  'an article in each language of wp.config.json': 'wp.config.json の言語ごとに記事を作成',
  'pair the posts of the site with the articles here, and write their ids into the files':
    'サイトの投稿とここの記事を対応付け、ID をファイルに書き込む',
  'only show what is paired and how it differs': '対応と違いだけを表示',
  'do not ask before the ids are written': 'ID を書き込む前に確認しない',
  'take back the ids that the last run wrote': '前回の実行で書き込んだ ID を元に戻す',
  'show the markup of contents that differ, not their text': '異なる本文を、文章ではなくマークアップで表示',
  'show each post, also where many are alike': '似た投稿が多くても、すべて表示',
  'check the articles offline': '記事をオフラインで検査',
  'how to print messages': 'メッセージの表示形式',
  'mend what has exactly one right answer': '正解が 1 つに決まるものを修正',
  'show errors only': 'エラーだけを表示',
  'the errors of drafts are errors, too': '下書きのエラーもエラーとして扱う',
  'show each message, also where many are alike': '似たメッセージが多くても、すべて表示',
  'exit with 1 if there are more warnings': '警告がこの数を超えたら、終了コード 1 で終了',
  'write the links between the articles to stdout': '記事どうしのリンクを標準出力に出力',
  'also ask the sites that articles link to': '記事のリンク先のサイトにも確認',
  'build a static preview of the drafts in dist/preview': '下書きの静的なプレビューを dist/preview に作成',
  'show in the index what publishing would do': '公開すると何が変わるかを一覧ページに表示',
  'serve it instead, and update open pages when a file is saved':
    '代わりにプレビューを配信し、ファイルの保存時に開いているページを更新',
  'port to serve on': '配信に使うポート',
  'put the drafts into an embedded WordPress instead': '代わりに、内蔵の WordPress に下書きを入れる',
  'with --wordpress: write over drafts that were edited in its wp-admin':
    '--wordpress と併用: 内蔵の WordPress の管理画面で編集した下書きを上書き',
  'find out why a site does not work, and what to do about it':
    'サイトがうまく動かない原因と、その対処を調べる',
  'also make a draft and a picture, and delete them again': '下書きと画像も作成し、その後で削除',
  'print one JSON document on stdout': '標準出力に 1 つの JSON 文書を出力',
  'keep the embedded WordPress running': '内蔵の WordPress を起動したままにする',
  'start afresh with an empty site': '空のサイトからやり直す',
  'port to listen on': '待ち受けるポート',
  'the wp.config.json of the project': 'プロジェクトの wp.config.json',
  'show stack traces': 'スタックトレースを表示',
  'for articles of others, as of a fork: run no plugin, read no .env and nothing kept':
    'フォークなど、ほかの人の記事用: プラグインを実行せず、.env も保存済みの結果も読み込まない',
  'only articles whose slug matches; globs are allowed': 'スラッグが一致する記事だけ。グロブも使用可',
  'take over posts that were not published from here': 'ここから公開したものではない投稿を引き継ぐ',
  'write over what was edited in wp-admin': '管理画面で編集された内容を上書き',
  'move posts whose file is gone to the trash': 'ファイルがなくなった投稿をゴミ箱へ移動',
  'make the languages of a pair public together or not at all':
    'ペアの各言語を、まとめて公開するか、どれも公開しない',
  'show the markup of changed contents, not their text': '変更した本文を、文章ではなくマークアップで表示',
  'create categories that the site does not have': 'サイトにないカテゴリーを作成',
  'send nothing while any article, also a draft, has an error':
    '下書きも含め、1 件でもエラーがあれば何も送信しない',
  'show each message and each change, also where many are alike':
    '似たものが多くても、メッセージと変更をすべて表示',
  '--max-warnings {1} is not a number.': '--max-warnings {1} は数値ではありません。',
  'Give 0 to allow none.': '1 件も許容しないなら、0 を指定してください。',
  '--port {1} is not a port.': '--port {1} はポート番号ではありません。',
  'Give a number from 1 to 65535.': '1 から 65535 までの数を指定してください。',
  'print what makes a shell complete commands, options and slugs; docs/editors.md':
    'コマンド、オプション、スラッグをシェルで補完するためのスクリプトを出力する (docs/ja/editors.md)',
  'which shell': 'シェルの種類',
  'Run it again with --debug and report what it prints.':
    '--debug を付けてもう一度実行し、表示された内容を報告してください。',

  // Files that can be taken back.
  '{1} was changed meanwhile, so nothing was written.':
    '途中で {1} が変更されたため、何も書き込んでいません。',
  'The files as they are cannot be kept in .rensai/, so nothing was written.':
    '現在のファイルを .rensai/ に保存できないため、何も書き込んでいません。',
  'Make sure that .rensai/ is no link and can be written to, and that your cache folder can.':
    '.rensai/ がリンクではないこと、.rensai/ とキャッシュフォルダーに書き込めることを確認してください。',
  'There is nothing to take back: {1} has written nothing here.':
    '元に戻すものがありません。ここでは {1} が何も書き込んでいません。',
  'What it wrote is kept in .rensai/ on the machine where it ran, until it is taken back.':
    '書き込んだ内容の記録は、元に戻すまで、実行したマシンの .rensai/ に残ります。',
} as const satisfies Catalogue
