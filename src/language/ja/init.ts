import type { Catalogue } from '../catalogue.ts'

export const init = {
  'Articles have boxes ":::{1}"; "title" in it gives all of them one.':
    '記事にボックス「:::{1}」があります。ここに「title」を書くと、すべてに見出しが付きます。',
  '{1} that the articles name; any other name is an error, so that a slip makes none.':
    '記事に書かれた{1}。書き間違いでカテゴリーができないように、ほかの名前はエラーになります。',
  '{1} that the site has; the articles name no other.': 'サイトにある{1}。記事にほかの名前はありません。',
  'Those of the site, and {1}, which it does not have: publish --create-categories makes them.':
    'サイトのカテゴリーと、サイトにない{1}。publish --create-categories で作成できます。',
  '"{1}" says whether an article is public.': '「{1}」は、記事を公開するかどうかを表します。',
  '"{1}" is called "{2}" here.': '「{1}」は、ここでは「{2}」にあたります。',
  'The id of a post on the site stands under this name, since "id" is taken.':
    '「id」が使われているため、サイトの投稿の ID はこの名前で書きます。',
  '{1} says nothing to WordPress: left alone.': '{1}は WordPress に関係がないため、読み込みません。',
  '{1} say nothing to WordPress: left alone.': '{1}は WordPress に関係がないため、読み込みません。',
  '{1} is no series of wp.config.json: left alone.':
    '{1}は wp.config.json の連載ではないため、読み込みません。',
  '{1} are no series of wp.config.json: left alone.':
    '{1}は wp.config.json の連載ではないため、読み込みません。',
  '{1} is a list, where WordPress takes one value: left alone.':
    '{1}はリストですが、WordPress の値は 1 つだけのため、読み込みません。',
  '{1} are a list, where WordPress takes one value: left alone.':
    '{1}はリストですが、WordPress の値は 1 つだけのため、読み込みません。',
  '{1} is no id of WordPress: left alone.': '{1}は WordPress の ID ではないため、読み込みません。',
  '{1} are no id of WordPress: left alone.': '{1}は WordPress の ID ではないため、読み込みません。',
  '{1} names nobody whom the site is known to have as a user: left alone.':
    '{1}は、サイトのユーザーと確認できた人の名前ではないため、読み込みません。',
  '{1} name nobody whom the site is known to have as a user: left alone.':
    '{1}は、サイトのユーザーと確認できた人の名前ではないため、読み込みません。',
  '{1} says something else than a status: left alone.':
    '{1}は公開状態を表すものではないため、読み込みません。',
  '{1} say something else than a status: left alone.':
    '{1}は公開状態を表すものではないため、読み込みません。',
  '{1} says something else here: left alone.': '{1}はここでは別の意味になるため、読み込みません。',
  '{1} say something else here: left alone.': '{1}はここでは別の意味になるため、読み込みません。',
  "{1} is {2}'s own: left alone.": '{1}は {2} 独自のキーのため、読み込みません。',
  "{1} are {2}'s own: left alone.": '{1}は {2} 独自のキーのため、読み込みません。',
  '{1} stands beside "{2}", which says the same: left alone.':
    '{1}と同じ意味の「{2}」もあるため、{1}は読み込みません。',
  '{1} stand beside "{2}", which says the same: left alone.':
    '{1}と同じ意味の「{2}」もあるため、{1}は読み込みません。',
  '{1} names no picture of this folder in {2}: left alone.':
    '{2}で{1}がこのフォルダーの画像を指していないため、読み込みません。',
  '{1} name no picture of this folder in {2}: left alone.':
    '{2}で{1}がこのフォルダーの画像を指していないため、読み込みません。',
  '{1} of {2} articles are written in Japanese.': '記事 {2} 件のうち {1} 件が日本語です。',
  'Hardly any article has Japanese text.': '日本語の記事がほとんどありません。',
  '{1} of files begin with a date, which is no part of the slug.':
    '日付で始まるファイル名が{1}あります。日付はスラッグに含めません。',
  'Some names are no slugs as WordPress keeps them: what it makes of them is the slug.':
    'WordPress のスラッグとしてそのまま使えない名前があるため、WordPress が変換したものをスラッグにします。',
  '{1} with "_", such as "{2}", which WordPress keeps.':
    '「{2}」のように「_」を含む{1}があります。WordPress はそのまま保持します。',
  'Names that end in {1} tell the language, too.': '{1}で終わる名前も、言語を表します。',
  '{1} of pictures that begin with "/" lead into this folder.':
    '「/」で始まる画像の{1}が、このフォルダーの画像を指しています。',
  'Articles that say nothing of their status stay drafts.':
    '公開状態の書かれていない記事は、下書きのままです。',
  '{1} publishes articles that say nothing of their status.':
    '{1} は、公開状態の書かれていない記事を公開します。',
  'What is installed is not yours.': 'インストールされたものは、執筆した記事ではないためです。',
  '{1} lies there.': 'ここに{1}があります。',
  '{1} lie there.': 'ここに{1}があります。',
  '{1} lies there, as {2} has them.': '{2} の構成どおり、ここに{1}があります。',
  '{1} lie there, as {2} has them.': '{2} の構成どおり、ここに{1}があります。',
  'Nothing tells which site is yours: write its address here, or run the command with a login or --url.':
    'どのサイトかわかりません。ここにアドレスを書くか、ログイン情報または --url を指定して実行してください。',
  'In Hexo a list of categories leads from a category down to one below it.':
    'Hexo では、カテゴリーのリストは親から子への階層を表します。',
  'Hugo makes lists of sections of these files; they are no articles.':
    'Hugo がセクションの一覧を作るためのファイルで、記事ではありません。',
  'In Jekyll a text of categories or tags is parted at its blanks.':
    'Jekyll では、カテゴリーやタグの文字列を空白で区切ります。',
  'has "{1}" in place of "{2}"': '「{2}」を「{1}」に変更',
  'There is no folder {1}.': 'フォルダー {1} がありません。',
  'Make it first, and run the command in it.': '先に作成し、その中で実行してください。',
  'is called {1}': '名前を {1} に変更',
  'has its front matter in YAML, not TOML': 'フロントマターを TOML から YAML に変更',
  'has a line "---" above its front matter': 'フロントマターの上に「---」の行を追加',
  'The site calls itself so.': 'サイト自身が示すアドレスです。',
  'The time zone of the site.': 'サイトのタイムゾーンです。',
  'The site is at UTC{1}.': 'サイトの時刻は UTC{1} です。',
  'The addresses of its posts follow it.': 'サイトの投稿のアドレスから判断しました。',
  'The articles of a series link to each other; the plan and the preview show it.':
    '連載の記事は互いにリンクし合います。変更の計画とプレビューで確認できます。',
  'There is no Markdown with front matter in {1}.': '{1} に、フロントマターのある Markdown がありません。',
  'Name the folder that holds the articles with --posts, or leave the option out.':
    '--posts に記事のフォルダーを指定するか、このオプションを外してください。',
  'The Markdown here has no front matter: {1}.': 'ここの Markdown にフロントマターがありません: {1}。',
  'Begin each article with a line "---", then "title: ...", then another "---", and run the command again; a small series to look at is made in an empty folder.':
    '各記事の先頭に「---」の行、「title: ...」、もう一度「---」の行を書いてから、再度実行してください。空のフォルダーで実行すると、見本の短い連載を作成します。',
  'also write settings for VS Code; only these where wp.config.json is there':
    'VS Code の設定も書き込む (wp.config.json があれば、それだけ)',
  'The settings of the editor are there already.': 'エディターの設定はすでにあります。',
  '{1} is no JSON that could be added to, so nothing was written.':
    '{1} は追記できる JSON ではないため、何も書き込んでいません。',
  'Mend it, or take over by hand what you like of dist/.vscode/ of the package.':
    '修正するか、パッケージの dist/.vscode/ から必要な部分を手で取り込んでください。',
} as const satisfies Catalogue
