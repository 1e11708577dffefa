import type { Catalogue } from '../catalogue.ts'

export const sync = {
  // What changes are, and how a plan counts them.
  'to create': '作成',
  'to update': '更新',
  'to restore': '復元',
  'to the trash': 'ゴミ箱へ移動',
  term: 'ターム',
  terms: 'ターム',
  'picture to update': '更新する画像',
  'pictures to update': '更新する画像',
  'new, {1}': '新規、{1}',
  '{1} of revision {2}': 'リビジョン {2} の {1}',
  '{1} kB, {2} x {3}': '{1} kB、{2} x {3}',
  '{1} bytes': '{1} バイト',
  'review note {1}': 'エディターのノート {1}',

  // What a change needs, and what its user may do.
  'The picture {1}': '画像「{1}」',
  'The category "{1}"': 'カテゴリー「{1}」',
  'The tag "{1}"': 'タグ「{1}」',
  'the picture {1}': '画像「{1}」',
  'the address of {1}': '「{1}」のアドレス',
  'the article {1}': '記事「{1}」',
  '{1} was left as it is: {2} could not be made.': '{2}を用意できなかったため、{1}は変更していません。',
  'See to the failed change, then run the command again.':
    '失敗した変更に対処してから、もう一度実行してください。',
  'write posts': '投稿の作成',
  'publish posts': '投稿の公開',
  'upload pictures': '画像のアップロード',
  'move public posts to the trash': '公開済み投稿のゴミ箱への移動',
  'create categories': 'カテゴリーの作成',
  'The user "{1}" may not {2}.': 'ユーザー「{1}」には、{2}が許可されていません。',
  'Log in as a user with the right "{1}": an Author or Editor has most, an Administrator all of them.':
    '権限「{1}」のあるユーザーでログインしてください。投稿者と編集者はほとんどの権限を、管理者はすべての権限を持っています。',

  // What goes wrong while changes are made.
  'Another run is publishing "{1}" at this moment; its post stays.':
    '別の実行が「{1}」を公開している最中です。そちらの投稿を残します。',
  'Wait until it has finished, then run the command again; it compares anew.':
    'その実行が終わってから、もう一度実行してください。改めて比較します。',
  '"{1}" was edited on the site while this run was going on.':
    '「{1}」が、この実行の途中でサイト側で編集されました。',
  'The picture {1} was edited on the site while this run was going on.':
    '画像「{1}」が、この実行の途中でサイト側で編集されました。',
  'Run the command again; it compares anew.': 'もう一度実行してください。改めて比較します。',
  'The slug "{1}" is taken on the site: WordPress made it "{2}".':
    'スラッグ「{1}」はサイトですでに使われているため、WordPress が「{2}」に変えました。',
  'A page, a picture, a post of another kind or one that this user may not see has it. Give that another slug, or the article, then run the command again; nothing is public at the other address.':
    '固定ページ、画像、ほかの種類の投稿、またはこのユーザーには見えない投稿が使っています。そちらか記事のスラッグを変えてから、もう一度実行してください。変えられたアドレスでは何も公開していません。',
  'The site did not keep {1} of "{2}" as sent.':
    'サイトは「{2}」の {1} を、送信したとおりには保存しませんでした。',
  'A plugin or a missing right may be the cause; compare the post in wp-admin.':
    'プラグインか、権限の不足が原因かもしれません。管理画面で投稿を見比べてください。',
  'does not list what it has just made (id {1})': '作成したばかりのもの (ID {1}) が一覧にありません',
  'The other language of its pair failed, so it was not made public.':
    'ペアのもう一方の言語が失敗したため、公開していません。',
  'The file is damaged or was copied only in part: open it, save it anew, and run the command again.':
    'ファイルが壊れているか、途中までしかコピーされていません。開いて保存し直してから、もう一度実行してください。',

  // The site and the configuration.
  'WP_URL is {1}, and site.url in wp.config.json is {2}: that is not the same site.':
    'WP_URL は {1}、wp.config.json の site.url は {2} で、同じサイトではありません。',
  'WP_URL is {1}, which calls itself {2}, and site.url in wp.config.json is {3}: that is not the same site.':
    'WP_URL は {1} (サイト自身が示すアドレスは {2})、wp.config.json の site.url は {3} で、同じサイトではありません。',
  'Correct one of the two; nothing was sent. If this is a site to try things out on, say so in wp.config.json: "staging": ["{1}"] within "site".':
    'どちらかを直してください。何も送信していません。試験用のサイトなら、wp.config.json の「site」の中に "staging": ["{1}"] と書いてください。',
  'The site has no user "{1}", which "publishers" of wp.config.json names.':
    'wp.config.json の「publishers」にあるユーザー「{1}」が、サイトにいません。',
  'Write login names or user ids there.': 'ログイン名かユーザー ID を書いてください。',
  "The site's time zone is {1}, wp.config.json says {2}.":
    'サイトのタイムゾーンは {1} ですが、wp.config.json では {2} です。',
  'Set site.timezone in wp.config.json, or the zone in wp-admin > Settings > General; every date would shift otherwise.':
    'wp.config.json の site.timezone か、管理画面の「設定 > 一般」のタイムゾーンを変えて、そろえてください。違うままでは、すべての日時がずれます。',
  '--only {1} matches no article.': '--only {1} に一致する記事がありません。',
  'Give a slug or a glob such as "copilot-*".': 'スラッグか、「copilot-*」のようなグロブを指定してください。',

  // What an article names and the site does not have.
  '{1}: the media library of the site has no picture {2}.':
    '{1}: サイトのメディアライブラリに画像 {2} がありません。',
  'Copy the address in wp-admin > Media, or name a file of the project.':
    '管理画面の「メディア」でアドレスをコピーするか、プロジェクトのファイルを指定してください。',
  '{1}: the site has no user "{2}".': '{1}: サイトにユーザー「{2}」がいません。',
  'Correct "author" in the front matter: it is a login name or a user id.':
    'フロントマターの「author」を直してください。書けるのはログイン名かユーザー ID です。',
  '{1}: {2} has no category "{3}".': '{1}: {2} にカテゴリー「{3}」がありません。',
  'To make a new one of it, publish with --create-categories.':
    '新しいカテゴリーとして作成するには、--create-categories を付けて公開してください。',
  '{1}: wp.config.json lists the category "{2}", but {3} does not have it.':
    '{1}: wp.config.json にあるカテゴリー「{2}」が、{3} にありません。',
  'Create it in wp-admin > Posts > Categories, or publish with --create-categories.':
    '管理画面の「投稿 > カテゴリー」で作成するか、--create-categories を付けて公開してください。',

  // Which post an article is.
  '{1} has the id {2}, but that post was published from {3}.':
    '{1} の ID は {2} ですが、その投稿は {3} から公開したものです。',
  'Where {1} is a copy, remove its "id". Where it is the old {2} under a new name, give the file that now has the old name another one.':
    '{1} が複製なら、その「id」を削除してください。以前の {2} の名前を変えたものなら、いま {2} という名前のファイルに別の名前を付けてください。',
  '{1} has the id {2}, of which the login may not read the post.':
    '{1} の ID は {2} ですが、このログインではその投稿を読めません。',
  '{1} has the id {2}, which {3} does not have.':
    '{1} の ID は {2} ですが、その ID の投稿は {3} にありません。',
  '{1} has the id {2}, which on {3} is of the type "{4}", not a post.':
    '{1} の ID は {2} ですが、{3} では、投稿ではなく「{4}」の ID です。',
  'Correct or remove "id" in its front matter; without it a new post is made.':
    'フロントマターの「id」を直すか、削除してください。「id」がなければ、新しい投稿を作成します。',
  '{1} has nothing in common with post {2} ({3}, "{4}"), which was published from "{5}".':
    '{1} の内容は、「{5}」から公開した投稿 {2} ({3}、「{4}」) とまったく異なります。',
  'Where that file lies in another folder, give this one a "name" in wp.config.json, so that their files are told apart. Where the article was written anew, say so by "id: {1}" in its front matter.':
    'そのファイルがほかのフォルダーにあるなら、このフォルダーの wp.config.json に「name」を書いて、双方のファイルを区別できるようにしてください。記事を新しく書き直したなら、フロントマターに「id: {1}」と書いてください。',
  '{1} was published as post {2}, which the login may not read.':
    '{1} は投稿 {2} として公開済みですが、このログインではその投稿を読めません。',
  'Use the login that published it, or one that may edit the posts of others.':
    '公開したときのログインか、ほかのユーザーの投稿を編集できるログインを使ってください。',
  '{1} was published as post {2}, which {3} has no more.':
    '{1} は投稿 {2} として公開済みですが、その投稿はもう {3} にありません。',
  'It was deleted for good there. To publish it again as a new post, use --adopt or give it another slug; otherwise remove the file.':
    'サイトで完全に削除されています。新しい投稿として改めて公開するには、--adopt を付けるか、スラッグを変えてください。公開しないなら、ファイルを削除してください。',
  'post {1} ({2}), published from "{3}"': '投稿 {1} ({2}、「{3}」から公開)',
  '{1} may be an old article under a new name: its file is gone, and much is alike in {2}.':
    '{1} は、以前の記事の名前を変えたものかもしれません。元のファイルがなくなった{2} と、内容がよく似ています。',
  'If it is, write "id: {1}" into its front matter; its address follows. If it is a new article, move the old post to the trash first (publish --prune), or bring its file back.':
    '名前を変えたものなら、フロントマターに「id: {1}」と書いてください。投稿のアドレスも新しい名前に合わせて変わります。新しい記事なら、先に元の投稿をゴミ箱へ移動するか (publish --prune)、元のファイルを戻してください。',

  // Articles that are held back.
  '{1} has an error, so it is held back.': '{1} にエラーがあるため、保留します。',
  '{1} has {2}, so it is held back.': '{1} に{2}があるため、保留します。',
  'Its post stays as it is on the site.': 'サイトにある投稿は変更しません。',
  '{1} says what is wrong.': '{1} でエラーの内容を確認できます。',
  '{1} links to {2}, which is held back and not on the site.':
    '{1} は {2} にリンクしていますが、リンク先は保留中で、サイトにありません。',
  '{1} links to {2}, which is neither on the site nor in this run.':
    '{1} は {2} にリンクしていますが、リンク先はサイトになく、今回の実行の対象でもありません。',
  '{1} links to {2}, which is in the trash of the site.':
    '{1} は {2} にリンクしていますが、リンク先はサイトのゴミ箱にあります。',
  '{1} links to {2}, which has the status {3}, so that its readers could not open it.':
    '{1} は {2} にリンクしていますが、リンク先のステータスが {3} のため、読者は開けません。',
  'It stays as it is on the site.': 'サイトにある投稿は変更しません。',
  'Widen --only so that it includes the article, or publish it first. A user without the right "edit_others_posts" does not see the posts of others.':
    '--only の範囲を広げてリンク先の記事を含めるか、先にその記事を公開してください。権限「edit_others_posts」のないユーザーには、ほかのユーザーの投稿が見えません。',
  'Mend that one, or take the link out.': 'リンク先の記事を直すか、リンクを外してください。',
  'Publish that one first, or take the link out.': '先にリンク先の記事を公開するか、リンクを外してください。',
  '"{1}" has an error': '「{1}」にエラーがあります',
  '"{1}" is left out of this run': '「{1}」は今回の実行の対象ではありません',
  '"{1}" is in conflict': '「{1}」が競合しています',
  '"{1}" cannot be written': '「{1}」を書き込めません',
  '"{1}" was given another status in wp-admin': '「{1}」のステータスが管理画面で変更されています',
  '"{1}" has the status {2}': '「{1}」のステータスは {2} です',
  'there is no article in another language': 'ほかの言語の記事がありません',

  // Plans that are kept in a file, and revisions.
  'There is no plan at {1}.': '{1} に変更の計画がありません。',
  '{1} is a plan of version {2}; this program applies version {3}.':
    '{1} はバージョン {2} の変更の計画です。このプログラムで適用できるのはバージョン {3} です。',
  '{1} is not a plan that Rensai wrote.': '{1} は、Rensai が書き出した変更の計画ではありません。',
  '{1} is not a plan that Rensai wrote ({2}).': '{1} は、Rensai が書き出した変更の計画ではありません ({2})。',
  'Make one with: {1}': '作成するには: {1}',
  'The plan was made for {1}, not for {2}.':
    'この変更の計画は {1} に対して作成したもので、{2} に対するものではありません。',
  'The articles have changed since the plan was made.': '変更の計画を作成した後に、記事が変わっています。',
  'The site has changed since the plan was made, or the time of a scheduled article has come.':
    '変更の計画を作成した後に、サイトが変わったか、予約した記事の公開時刻になりました。',
  'Nothing was sent.': '何も送信していません。',
  'Make the plan anew, look at it, and publish that: {1}':
    '変更の計画を作り直し、内容を確かめてから公開してください: {1}',
  '"{1}" has no earlier revision.': '「{1}」に、これより前のリビジョンはありません。',
  '"{1}" has no revision {2}.': '「{1}」にリビジョン {2} はありません。',
  '{1} lists them.': '{1} で一覧を表示します。',
  'Give the slug as it stands in the address of the post.':
    '投稿のアドレスにあるとおりのスラッグを指定してください。',
} as const satisfies Catalogue
