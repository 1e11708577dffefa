import type { Catalogue } from '../catalogue.ts'

/** Workflows, parts of a run, and what GitHub is told. */
export const github = {
  'Set in GitHub, once (docs/ci.md says why):':
    'GitHub で一度だけ設定してください (理由は docs/ja/ci.md にあります):',
  '  Settings > Environments > New environment "wordpress": deployment branches main alone, no other;':
    '  Settings > Environments > New environment で「wordpress」を作り、デプロイできるブランチを main だけにする',
  '    its variables WP_URL and WP_USERNAME, its secret WP_APP_PASSWORD':
    '    その変数は WP_URL と WP_USERNAME、シークレットは WP_APP_PASSWORD',
  '  Settings > Actions > General: allow GitHub Actions to create pull requests':
    '  Settings > Actions > General で、GitHub Actions によるプルリクエストの作成を許可する',
  'Commit {1}, package.json and package-lock.json, and the tarball of Rensai where they name one.':
    '{1}、package.json、package-lock.json と、そこに書かれていれば Rensai の tarball をコミットしてください。',
  'Rensai is not installed in this project, so no workflow finds it: README.md says how.':
    'このプロジェクトには Rensai がインストールされていないので、ワークフローから使えません。インストールの方法は README.ja.md にあります。',
  'package.json takes Rensai from {1}, which no workflow has: put the tarball into the project, npm install it from there, and commit it.':
    'package.json の Rensai は {1} を指していますが、ワークフローにはありません。tarball をプロジェクトの中に置き、そこから npm install して、コミットしてください。',
  'There is no package-lock.json here: npm install makes it, and the workflows need it.':
    'package-lock.json がありません。ワークフローに必要なので、npm install で作成してください。',
  'The workflows are there already, and say the same.': 'ワークフローはすでにあり、内容も同じです。',
  '{1} says something else, so nothing was written.': '{1} の内容が異なるため、何も書き込んでいません。',
  'Take over by hand what you like of dist/workflows/ of the package, or write over it with --force; --undo takes that back.':
    'パッケージの dist/workflows/ から必要な部分を手で取り込むか、--force で上書きしてください。--undo で元に戻せます。',
  'The project is not the folder of the repository, {1}.':
    'プロジェクトのフォルダーが、リポジトリのフォルダー {1} と異なります。',
  'GitHub looks for workflows in that folder alone: docs/ci.md shows what to change in them.':
    'GitHub はそのフォルダーのワークフローだけを読みます。変更する箇所は docs/ja/ci.md にあります。',
  '--rules {1} names no rule.': '--rules {1} に当てはまるルールはありません。',
  'docs/rules.md lists the rules; globs such as external-* are allowed.':
    'ルールの一覧は docs/ja/rules.md にあります。external-* のようなパターンも使えます。',
  '--shard {1} is no part of a whole.': '--shard {1} は全体の一部を表していません。',
  'Write the number of the part and how many there are: 1/3, 2/3 and 3/3.':
    '1/3、2/3、3/3 のように、部分の番号と全体の数を書いてください。',
  'Its pages lie in {1}.': 'ページは {1} にあります。',
  'And {1} more.': 'ほかに {1} 件あります。',
  'And {1} more; the log of the run has them.': 'ほかに {1} 件あります。実行ログを見てください。',
  'Opened:': '作成しました:',
  'Updated:': '更新しました:',
  'Closed:': '閉じました:',
  'Nothing new since the last run:': '前回の実行から変わっていません:',
  'There is nothing to tell.': '知らせることはありません。',
  'Edits made in wp-admin': '管理画面での編集',
  'These files differ from what is on the site, where somebody edited the posts. Merge this to take the edits over; to write over them instead, close it and publish with --overwrite.':
    'サイトで投稿が編集されたため、これらのファイルとの違いが生じています。編集を取り込むにはマージしてください。サイトの側を上書きするには、閉じてから --overwrite を付けて公開してください。',
  'Somebody has committed to {1}, so it is left as it is.':
    '{1} にほかの人のコミットがあるため、そのまま残しました。',
  'Merge or close its pull request, and delete the branch; the next run makes it anew.':
    'プルリクエストをマージするか閉じてから、ブランチを削除してください。次の実行で作り直されます。',
  'Links to other sites that need a look': '確認が必要な外部サイトへのリンク',
  'Every link answers again.': 'すべてのリンクが再び応答しています。',
  'The list is too long for an issue; the log of the run has it.':
    '一覧が Issue には長すぎます。実行ログを見てください。',
  'The run: {1}': '実行: {1}',
  'No plan could be made; the log of the run says why.':
    '変更の計画を作れませんでした。理由は実行ログにあります。',
  'The plan is too long for a comment; it stands in the summary of the run.':
    '変更の計画がコメントには長すぎます。実行の概要を見てください。',
  'GitHub answers {1} to {2} {3}: {4}': 'GitHub が {2} {3} に {1} を返しました: {4}',
  'GitHub cannot be reached at {1}.': 'GitHub ({1}) に接続できません。',
  'What answers at {1} is not GitHub.': '{1} で応答したのは GitHub ではありません。',
  'Look at GITHUB_API_URL.': 'GITHUB_API_URL を確かめてください。',
  'GITHUB_REPOSITORY names no repository.': 'GITHUB_REPOSITORY がリポジトリの名前になっていません。',
  'GITHUB_API_URL is no https address.': 'GITHUB_API_URL が https のアドレスではありません。',
  'Leave it as GitHub Actions sets it.': 'GitHub Actions が設定した値のままにしてください。',
  'Run the job again.': 'ジョブをもう一度実行してください。',
  'Give the job the permission that docs/ci.md names, and let GitHub Actions create pull requests.':
    'docs/ja/ci.md にある権限をジョブに与え、GitHub Actions によるプルリクエストの作成を許可してください。',
  'git {1} failed: {2}': 'git {1} が失敗しました: {2}',
  'Look at what git says; pushing takes the permission "contents: write".':
    'git のメッセージを確かめてください。プッシュには権限「contents: write」が必要です。',
  '{1} is not set.': '{1} が設定されていません。',
  'This command is for jobs of GitHub Actions; docs/ci.md shows the step.':
    'これは GitHub Actions のジョブで使うコマンドです。書き方は docs/ja/ci.md にあります。',
  'This run is about no pull request.': 'この実行はプルリクエストのものではありません。',
  'Let the job run on pull requests alone.': 'プルリクエストのときだけジョブを実行してください。',
  'No file is named.': 'ファイルが指定されていません。',
  'Name what the command before has printed.': '前のコマンドの出力を保存したファイルを指定してください。',
  '{1} cannot be read.': '{1} を読み取れません。',
  '{1} holds no list of messages.': '{1} はメッセージの一覧ではありません。',
  'Look at what check said in the step before; it prints one with --format json.':
    '前のステップでの check の出力を確かめてください。一覧は --format json で出力されます。',
  'also write workflows for GitHub; only these where wp.config.json is there':
    'GitHub のワークフローも書き込む (wp.config.json があれば、それだけ)',
  'one part of several, such as 2/3, each on a machine of its own':
    '別々のマシンで実行する部分の 1 つ (例: 2/3)',
  'tell GitHub what a workflow has found; docs/ci.md':
    'ワークフローの結果を GitHub に知らせる (docs/ja/ci.md)',
  'tell what these rules found, and nothing else; globs are allowed':
    'これらのルールの結果だけを表示する (パターンも可)',
  'what is told: a plan, links that need a look, edits of wp-admin':
    '知らせる内容: 変更の計画、確認が必要なリンク、管理画面での編集',
  'what was printed before: of plan as Markdown, of check as JSON':
    '前に出力したもの: plan の Markdown、check の JSON',
} as const satisfies Catalogue
