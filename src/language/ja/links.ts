import type { Catalogue } from '../catalogue.ts'

export const links = {
  // Links to files and to the own site.
  'Upload it in wp-admin > Media, and link to the address that it has there; from here only pictures are sent, written as ![](...).':
    '管理画面の「メディア」でアップロードし、そのアドレスにリンクしてください。ここから送信するファイルは、![](...) と書いた画像だけです。',
  'A link to a file leads to an article that is there.': 'ファイルへのリンクの先に、記事がある。',
  'The link has no address.': 'リンクにアドレスがありません。',
  'Write where it leads between the brackets.': '括弧の中にリンク先を書いてください。',
  '{1} is no article, so readers would find nothing there.':
    '{1} は記事ではないため、リンクをたどっても何もありません。',
  'Give it front matter and a name that ends in ".md", or take the link out.':
    'フロントマターを書いて「.md」で終わる名前にするか、リンクを取り除いてください。',
  'There is no article at {1}.': '{1} に記事がありません。',
  '{1} is no article, and no such file is sent to the site.':
    '{1} は記事ではなく、この種類のファイルはサイトに送信しません。',
  'Write paths with "/", also on Windows: ./another-article.md.':
    'パスは、Windows でも「/」で区切ってください: ./another-article.md。',
  'Mend the path; it is relative to this article.': 'パスを直してください。この記事からの相対パスです。',
  'A permalink of the own site is that of an article here.':
    '自分のサイトのパーマリンクが、ここにある記事のものである。',
  'No article here is known to be {1}.': '{1} にあたる記事が、ここには見当たりません。',
  'If one is, give it the "id" of its post; otherwise the link is published as it is.':
    'あたる記事があれば、その投稿の「id」を書いてください。なければ、リンクはこのまま公開されます。',
  'An address of the own site is that of an article, or one that WordPress answers by itself.':
    '自分のサイトのアドレスが、記事のもの、または WordPress 自身が応答するものである。',
  'Nothing here tells what readers find at {1}.': '{1} に何があるのか、ここからは分かりません。',
  'Link to the file of an article where one is meant; look at the page where it is one of the site.':
    '記事を指すなら、そのファイルにリンクしてください。サイトのページを指すなら、そのページを確認してください。',

  // Links to sections.
  'A link to a section leads to a heading that is there.': '見出しへのリンクの先に、その見出しがある。',
  '{1} has no section "#{2}".': '{1} に見出し「#{2}」がありません。',
  'Its sections are: {1}.': '見出しは次のとおりです: {1}。',

  // Other sites.
  'With --external: the page that a link leads to can be opened.':
    '--external を付けた場合: リンク先のページを開ける。',
  'With --external: the page that a link leads to has the section that the link names.':
    '--external を付けた場合: リンク先のページに、リンクが指す見出しがある。',
  'With --external: a link names the address that a page has moved to for good.':
    '--external を付けた場合: 恒久的に移転したページには、移転先のアドレスでリンクしている。',
  'With --external: a link is not redirected for the time being.':
    '--external を付けた場合: リンクが一時的にリダイレクトされていない。',
  'With --external: a site answers programs, too.':
    '--external を付けた場合: サイトがプログラムにも応答する。',
  'With --external: a link can be reached from here, in time.':
    '--external を付けた場合: リンク先に、ここから時間内に接続できる。',
  'With --external: no link leads into a private network, where readers cannot follow.':
    '--external を付けた場合: 読者がたどれないプライベートネットワークへのリンクがない。',
  'Look at the page for its sections; a page made by scripts may have it all the same.':
    'ページの見出しを確認してください。スクリプトで作られるページには、実際にはあることもあります。',
  '{1} cannot be opened: {2}.': '{1} を開けません: {2}。',
  'Correct the link, or take it away.': 'リンクを直すか、取り除いてください。',
  '{1} refuses programs: {2}.': '{1} はプログラムからのアクセスを拒んでいます: {2}。',
  'Look at it in a browser; externalLinks.check.ignore in wp.config.json leaves it out.':
    'ブラウザーで確認してください。wp.config.json の externalLinks.check.ignore に書くと、対象から外せます。',
  '{1} could not be reached from here: {2}.': 'ここから {1} に接続できませんでした: {2}。',
  'Try again later, or from another network, before you change the link.':
    'リンクを直す前に、時間を置くか、別のネットワークから、もう一度試してください。',
  '{1} was not asked: {2}.': '{1} には問い合わせていません: {2}。',
  'Readers cannot follow it. To ask it all the same, list it in externalLinks.check.allowAddresses.':
    '読者はこのリンクをたどれません。それでも問い合わせるには、externalLinks.check.allowAddresses に書いてください。',
  '{1} has moved for good to {2}': '{1} は {2} に恒久的に移転しています',
  'Link to the new address.': '移転先のアドレスにリンクしてください。',
  'Look whether the page is still there; this is the front page.':
    '移転先はトップページです。元のページがまだあるか、確認してください。',
  '{1} leads on to {2} ({3}, for the time being)': '{1} は {2} に一時的にリダイレクトされています ({3})',
  'Leave it as it is, unless the page has moved for good.':
    '恒久的な移転でなければ、このままで問題ありません。',
  '{1} is a private address': '{1} はプライベートアドレスです',
  '{1} is the private address {2}': '{1} はプライベートアドレス {2} です',
  'it answers {1}': '応答は {1} です',
  'its name cannot be resolved': 'ホスト名を解決できません',
  'names cannot be resolved at present': '現在、名前解決ができません',
  'the network cannot be reached': 'ネットワークに到達できません',
  'the host cannot be reached': 'ホストに到達できません',
  'the network is down': 'ネットワークが停止しています',
  'connecting took too long': '接続がタイムアウトしました',
  'this machine does not let us connect': 'このマシンでは接続が許可されていません',
  'it refuses the connection': '接続を拒否されました',
  'it breaks off the connection': '接続を切断されました',
  'its certificate has expired': '証明書の有効期限が切れています',
  'its certificate is for another name': '証明書が別のホスト名のものです',
  'the time for the whole run was over': '全体の制限時間が過ぎました',
  '{1} does not answer within {2} seconds': '{1} が {2} 秒以内に応答しません',
  'the connection fails ({1})': '接続に失敗しました ({1})',
  'it leads on to "{1}", which is no web address': 'リダイレクト先の「{1}」が Web のアドレスではありません',
  'it leads in a circle, as sites do that want cookies':
    'リダイレクトが循環しています。Cookie を必要とするサイトで起きることです',
  'it leads on more than {1} times': 'リダイレクトが {1} 回を超えます',

  // Keys of other programs.
  'A front-matter key that Rensai does not read is one that the configuration knows of.':
    'Rensai が読み込まないフロントマターのキーが、設定に書かれている。',
  'One article has the key {1}, which is not read ({2}).':
    '1 件の記事に、読み込まれないキー {1} があります ({2})。',
  '{1} articles have the key {2}, which is not read ({3}).':
    '{1} 件の記事に、読み込まれないキー {2} があります ({3})。',
  'Where it is meant for another program, say so here: {1}.':
    'ほかのプログラム用のキーなら、ここにそう書いてください: {1}。',
  'To read it as "{1}": "frontMatter": { "aliases": { {2}: "{3}" } }; to leave it alone: {4}.':
    '「{1}」として読み込むには: "frontMatter": { "aliases": { {2}: "{3}" } }。無視するには: {4}。',

  // Habits.
  'Another article links to every article.': 'どの記事にも、ほかの記事からリンクがある。',
  'No other article links to this one.': 'この記事には、ほかの記事からのリンクがありません。',
  'Link to it from an article about something near, so that readers find it.':
    '読者が見つけられるように、内容の近い記事からリンクしてください。',
  'An article does not link to itself, except to one of its sections.':
    '記事が自分自身にリンクしていない (見出しへのリンクを除く)。',
  'The link leads to the article that it stands in.': 'リンク先が、この記事自身です。',
  'Link to a section, "#...", or make it plain text.':
    '見出しへのリンク「#...」にするか、リンクではない文字にしてください。',
  'Links of the same words in one article lead to the same place.':
    '1 つの記事の中で、同じ文字のリンクは同じ場所を指している。',
  'The words "{1}" lead to {2}, too.': '「{1}」という文字のリンクが、{2} も指しています。',
  'Use words that tell the two apart; some readers hear only the links of a page.':
    '2 つを区別できる文字にしてください。リンクだけを拾って読み上げる読者もいます。',
  'Articles link to each other by file, which survives a move of the site.':
    '記事どうしは、サイトが移転しても切れないよう、ファイルでリンクしている。',
  'The link names {1} by its address on the site.': 'リンクが、サイトでのアドレスで {1} を指しています。',
  'Link to "{1}"; it is published as the permalink.':
    '「{1}」にリンクしてください。公開時にパーマリンクになります。',
  'An article shows every picture of the folders that articles take pictures from.':
    '記事が使う画像フォルダーの画像は、どれも記事で使われている。',
  'No article shows this picture.': 'この画像は、どの記事でも使われていません。',
  'Show it in an article, or delete it.': '記事で使うか、削除してください。',

  // Languages of an article.
  'The languages of an article have the same status.': '同じ記事の各言語で、ステータスが同じである。',
  'The languages of an article appear at the same time.': '同じ記事の各言語が、同時に公開される。',
  'The languages of an article have the same categories.': '同じ記事の各言語で、カテゴリーが同じである。',
  'The languages of an article have as many headings as each other.':
    '同じ記事の各言語で、見出しの数が同じである。',
  'The languages of an article have as many pictures as each other.':
    '同じ記事の各言語で、画像の数が同じである。',
  status: 'ステータス',
  date: '日時',
  'set of categories': 'カテゴリー',
  'number of headings': '見出しの数',
  'number of pictures': '画像の数',
  '{1}, the same article in "{2}", has another {3}: there {4}, here {5}.':
    '同じ記事の「{2}」版 {1} と、{3}が異なります: あちらは {4}、こちらは {5}。',
  'Make the two alike, or turn the rule off where they are meant to differ.':
    '2 つをそろえてください。意図した違いなら、このルールをオフにしてください。',

  // What readers can open.
  'A public article links only to articles that readers can open when it appears.':
    '公開する記事のリンク先は、公開の時点で読者が開ける記事だけである。',
  '{1} has the status "{2}", so readers cannot open it.':
    '{1} はステータスが「{2}」のため、読者が開けません。',
  'Publish it too, or link to it later.': 'リンク先も公開するか、リンクを後から追加してください。',
  '{1} appears only on {2}, later than this article.': '{1} の公開は {2} で、この記事より後です。',
  'Give it an earlier date, or link to it later.':
    'リンク先の日時を早めるか、リンクを後から追加してください。',
  "A link leads to the target in the article's own language where there is one.":
    'リンク先に記事と同じ言語の版があれば、それを指している。',
  '{1} is in "{2}"; this article in "{3}" could link to {4}.':
    '{1} の言語は「{2}」です。この記事は「{3}」なので、{4} にリンクできます。',
  'Link to the address that {1} has on the site.': 'サイトでの {1} のアドレスにリンクしてください。',
  'Link to "{1}".': '「{1}」にリンクしてください。',
  'Link to "{1}" and its section for "{2}".': '「{1}」の、「{2}」にあたる見出しにリンクしてください。',

  // Series.
  'No member of the series "{1}" is there.': '連載「{1}」の記事が 1 件もありません。',
  'Members are names of files without language ending: "copilot-server-error-502".':
    'members には、ファイル名を言語の末尾なしで書きます: 「copilot-server-error-502」。',
  'A member of a series links to every other member of its language.':
    '連載の記事が、同じ言語のほかの記事すべてにリンクしている。',
  'The article does not link to {1}, its sibling in the series "{2}".':
    'この記事には、同じ連載「{2}」の {1} へのリンクがありません。',
  'Link to it, as [...]({1}), or set linkSiblings to false for the series.':
    '[...]({1}) のようにリンクするか、この連載の linkSiblings を false にしてください。',
  'Every member of a series is there.': '連載の記事がすべてそろっている。',
  'The series "{1}" has no article "{2}".': '連載「{1}」の記事「{2}」がありません。',
  'The series "{1}" has no article "{2}" in "{3}".': '連載「{1}」の記事「{2}」に、「{3}」版がありません。',
  'Write it, or take it off the members in wp.config.json.':
    '記事を書くか、wp.config.json の members から取り除いてください。',
  'A series that an article names is one of wp.config.json, and lists the article.':
    '記事に書いた連載が wp.config.json にあり、その members に記事がある。',
  'wp.config.json has no series "{1}".': 'wp.config.json に連載「{1}」がありません。',
  'Its series are: {1}.': '連載は次のとおりです: {1}。',
  'The article names the series "{1}", which does not list it.':
    '記事に連載「{1}」とありますが、その members に記事がありません。',
  'Add "{1}" to its members in wp.config.json, or take the key away.':
    'wp.config.json のその連載の members に「{1}」を加えるか、記事のキーを取り除いてください。',

  // Labels of the graph.
  missing: 'リンク先なし',
  'no section': '見出しなし',
} as const satisfies Catalogue
