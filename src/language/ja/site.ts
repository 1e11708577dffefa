import type { Catalogue } from '../catalogue.ts'

export const site = {
  // What happened, within a sentence.
  'the site answered {1}': 'サイトの応答が {1}',
  'the site did not answer within {1} s': 'サイトが {1} 秒以内に応答しない',
  'the answer of the site has more than {1}': 'サイトの応答が {1} を超えている',
  'the connection broke': '接続が切れた',
  'the web server asks for a password of its own': 'Web サーバーが独自のパスワードを求めている',
  'a firewall refused it with {1}': 'ファイアウォールが {1}で拒否した',
  'the site is closed for maintenance': 'サイトがメンテナンス中',
  'the site does not accept the login any more': 'サイトがログインを受け付けなくなった',
  'a cache gives old answers': 'キャッシュが古い応答を返している',
  'PHP has run out of memory': 'PHP のメモリーが足りない',
  'it redirects more than {1} times': 'リダイレクトが {1} 回を超える',
  'it is larger than {1}': '{1} を超える大きさ',
  '{1} is not the host of {2}': '{1} は {2} のホストではない',
  '{1} s': '{1} 秒',
  '{1} min': '{1} 分',
  '{1} h': '{1} 時間',

  // Connecting.
  '{1} is not a WordPress site with a REST API.': '{1} は REST API のある WordPress サイトではありません。',
  'Check WP_URL: it is the address of the blog, including a subfolder.':
    'WP_URL を確かめてください。サブフォルダーを含む、ブログのアドレスです。',
  'Check WP_URL: it is the address of the blog, including a subfolder; the REST API must not be switched off.':
    'WP_URL を確かめてください。サブフォルダーを含む、ブログのアドレスです。REST API が無効になっていないことも必要です。',
  '{1} cannot be reached ({2}).': '{1} に接続できません ({2})。',
  'Check WP_URL and the connection, then run the command again.':
    'WP_URL と接続を確かめてから、もう一度実行してください。',
  'There is no such host: check the spelling of WP_URL and the connection to the internet.':
    'そのホストはありません。WP_URL のつづりと、インターネットへの接続を確かめてください。',
  'No name server answered: is this machine connected to the internet?':
    'ネームサーバーが応答しません。インターネットに接続していますか?',
  'Nothing answers at this address: is the site up, and the port right?':
    'このアドレスでは何も応答しません。サイトは動いていますか? ポートは合っていますか?',
  'There is no way there from here: is this machine connected to the internet?':
    'ここからの経路がありません。インターネットに接続していますか?',
  'Nothing answered for a long while: is the address right, and does a firewall of the host let this machine through?':
    '長い間、何も応答しません。アドレスは合っていますか? ホストのファイアウォールは、このマシンからの接続を許可していますか?',
  "The site's certificate has expired: renew it at the host.":
    'サイトの証明書の期限が切れています。ホストで更新してください。',
  'The certificate is not valid yet: is the clock of this machine right?':
    '証明書の有効期間がまだ始まっていません。このマシンの時計は合っていますか?',
  'The certificate is self-signed.': '自己署名の証明書です。',
  'The server sends its certificate without the intermediate one, which browsers get elsewhere: at the host, install the whole chain (fullchain.pem), or renew the free certificate there. Where an authority of your own signed it, name that: NODE_EXTRA_CA_CERTS=/path/to/ca.pem.':
    'サーバーが中間証明書を送っていません。ブラウザーは別のところから補うので、表示できます。ホストで証明書チェーン全体 (fullchain.pem) を設置するか、無料の証明書を更新してください。独自の認証局が署名したものなら、NODE_EXTRA_CA_CERTS=/path/to/ca.pem のように指定してください。',
  "It is signed by an authority that this machine does not know. On a public site, switch the free certificate of the host on (Let's Encrypt); where it is your own authority, name it: NODE_EXTRA_CA_CERTS=/path/to/ca.pem.":
    "このマシンの知らない認証局が署名しています。公開サイトなら、ホストの無料の証明書 (Let's Encrypt) を有効にしてください。独自の認証局なら、NODE_EXTRA_CA_CERTS=/path/to/ca.pem のように指定してください。",
  'This port speaks no TLS: check the port of WP_URL, and switch "always https" (常時SSL) and its certificate on at the host.':
    'このポートは TLS に対応していません。WP_URL のポートを確かめ、ホストで「常時SSL」と証明書を有効にしてください。',
  'The certificate is of another name: write WP_URL with the name that it has (with www. or without), or get one at the host that holds both.':
    '証明書の名前が違います。WP_URL を証明書にある名前 (www. の有無) で書くか、ホストで両方を含む証明書を取得してください。',
  '{1} did not answer {2} {3} within {4} s.': '{1} は、{2} {3} に {4} 秒以内に応答しませんでした。',
  'Run the command again; what was done meanwhile is found. WP_TIMEOUT={1} in the environment or in .env waits longer.':
    'もう一度実行してください。その間に済んだことは見つけ出します。環境変数か .env に WP_TIMEOUT={1} と書くと、より長く待ちます。',
  '{1} answered {2} {3} with more than {4}.': '{2} {3} への {1} の応答が、{4} を超えています。',
  'No list of WordPress is that long: look for pictures that stand in the text of posts as data: addresses, or for a plugin that adds to the REST API.':
    'WordPress の一覧がこれほど長くなることはありません。投稿の本文に data: のアドレスで埋め込まれた画像や、REST API に書き足すプラグインがないか、確かめてください。',

  // The login.
  '{1} refuses the login{2}': '{1} がログインを拒否しました{2}',
  '{1} refuses the login, since it knows no user of that name{2}':
    '{1} にその名前のユーザーがいないため、ログインが拒否されました{2}',
  '{1} refuses the login: it is wrong, or it never reached WordPress.':
    '{1} がログインを拒否しました。ログイン情報が間違っているか、WordPress に届いていません。',
  '{1} refuses the login, since none reached WordPress.':
    'ログイン情報が WordPress に届いていないため、{1} がログインを拒否しました。',
  'Check WP_USERNAME and WP_APP_PASSWORD. It must be an application password (wp-admin > Users > Profile), not the login password.':
    'WP_USERNAME と WP_APP_PASSWORD を確かめてください。必要なのはログインパスワードではなく、アプリケーションパスワード (管理画面の「ユーザー > プロフィール」) です。',
  'WP_USERNAME is the name you log in with, or your mail address, and not the name that readers see: wp-admin > Users has it in the first column (ユーザー名).':
    'WP_USERNAME は、読者に表示される名前ではなく、ログインに使う名前かメールアドレスです。管理画面の「ユーザー」の最初の列 (ユーザー名) にあります。',
  'If both are right, the web server, or a proxy before it, keeps the Authorization header to itself: let it through with one of these, or ask the host to; then run the command again.':
    'どちらも正しければ、Web サーバーかその前のプロキシが Authorization ヘッダーを渡していません。次のどれかで通すか、ホストに頼んでから、もう一度実行してください。',
  'Its web server, or a proxy before it, keeps the Authorization header to itself. Let it through with one of these, or ask the host to; then run the command again.':
    'Web サーバーかその前のプロキシが、Authorization ヘッダーを渡していません。次のどれかで通すか、ホストに頼んでから、もう一度実行してください。',
  '{1} accepts no application passwords, so no login can work.':
    '{1} はアプリケーションパスワードを受け付けないため、ログインできません。',
  'WordPress accepts them over https only, and plugins can switch them off: see wp-admin > Users > Profile, or Tools > Site Health. A site on this machine needs WP_ENVIRONMENT_TYPE "local" in its wp-config.php.':
    'WordPress は https でだけ受け付け、プラグインが無効にすることもあります。管理画面の「ユーザー > プロフィール」か「ツール > サイトヘルス」を確かめてください。このマシンのサイトでは、wp-config.php の WP_ENVIRONMENT_TYPE を「local」にする必要があります。',
  '{1} does not accept the login any more, which it did when this run began.':
    '{1} が、実行を始めたときには受け付けていたログインを、受け付けなくなりました。',
  'The application password was revoked or has expired, or the user is gone: make a new one (wp-admin > Users > Profile), set WP_APP_PASSWORD, and run the command again; it goes on where it stopped.':
    'アプリケーションパスワードが取り消されたか期限切れになったか、ユーザーが削除されています。新しいパスワードを作り (管理画面の「ユーザー > プロフィール」)、WP_APP_PASSWORD に設定してから、もう一度実行してください。止まったところから続けます。',
  'The user "{1}" may not write posts on {2}.': 'ユーザー「{1}」は、{2} で投稿を書けません。',
  'It is a Subscriber, or has no role on this site: log in as a Contributor at least to write drafts, as an Author to publish, as an Editor to write the posts of others, too.':
    '購読者か、このサイトでの権限グループがないユーザーです。下書きを書くには寄稿者以上、公開するには投稿者以上、ほかの人の投稿も書くには編集者以上でログインしてください。',
  'The user "{1}" may not look up users, so it is not known who "{2}" is.':
    'ユーザー「{1}」はユーザーを調べられないため、「{2}」が誰なのかわかりません。',
  'Write the id of the user in place of the name (user_id in the address of wp-admin > Users > Edit), or log in as an Administrator.':
    '名前の代わりにユーザーの ID (管理画面の「ユーザー > 編集」のアドレスにある user_id) を書くか、管理者でログインしてください。',

  // Who stands before WordPress.
  '{1} is behind a password of its web server (Basic authentication), which lets no login of WordPress through.':
    '{1} は Web サーバーのパスワード (Basic 認証) で保護されていて、WordPress へのログインが届きません。',
  '{1} is behind a password of its web server (Basic authentication, "{2}"), which lets no login of WordPress through.':
    '{1} は Web サーバーのパスワード (Basic 認証「{2}」) で保護されていて、WordPress へのログインが届きません。',
  'Both passwords travel in the same header, so only one can be sent: exempt /wp-json/ from that of the server, which WordPress guards itself.':
    '2 つのパスワードは同じヘッダーを使うため、どちらか一方しか送れません。/wp-json/ を Web サーバーのパスワードの対象から外してください。そこは WordPress 自身が守っています。',
  '{1} is behind a firewall or a security plugin, which refused {2} with {3}.':
    '{1} の前にあるファイアウォールかセキュリティプラグインが、{2} を {3}で拒否しました。',
  'Nothing more was sent, since some count what they refuse and then lock an address out. Look into its log (at the host: "WAF", "REST API restriction", 国外IPアクセス制限), and exempt /wp-json/ for your address; it may be the code within an article that it takes for an attack.':
    '拒否した回数を数えて IP アドレスを締め出すものがあるため、それ以上は送信していません。ログを調べ (ホストの「WAF」「REST API アクセス制限」「国外IPアクセス制限」など)、この IP アドレスについて /wp-json/ を除外してください。記事の中のコードを攻撃と見なしたのかもしれません。',
  '{1} is closed for maintenance (503).': '{1} はメンテナンス中です (503)。',
  'WordPress does so while it is updated, for some minutes: run the command again then. Where it stays, an update broke off: delete the file .maintenance in the folder of WordPress, or switch off the maintenance mode of the plugin or host.':
    'WordPress は更新中の数分間、こうなります。しばらくしてから、もう一度実行してください。続くようなら、更新が途中で止まっています。WordPress のフォルダーにあるファイル .maintenance を削除するか、プラグインやホストのメンテナンスモードを解除してください。',
  '{1} {2}: a cache in front of WordPress gives old answers.':
    '{1}: {2}。WordPress の前にあるキャッシュが、古い応答を返しています。',
  'answers every question to {1} alike, whatever is asked':
    '{1} への問い合わせに、内容にかかわらず同じ応答が返ります',
  'answered GET {1} from a cache': 'GET {1} に、キャッシュが応答しました',
  'Exempt /wp-json/ (and index.php?rest_route=) from every cache of the site: the page cache of the host, a cache plugin, the CDN. Then run the command again; it goes on where it stopped.':
    'サイトのすべてのキャッシュ (ホストのページキャッシュ、キャッシュプラグイン、CDN) から、/wp-json/ (と index.php?rest_route=) を除外してください。そのあと、もう一度実行してください。止まったところから続けます。',

  // What WordPress answered.
  '{1} redirects to {2}, and a login never follows a redirect.':
    '{1} は {2} にリダイレクトします。ログイン情報は、リダイレクト先には送りません。',
  'If {1} is your site, set WP_URL to it.': '{1} が自分のサイトなら、WP_URL に設定してください。',
  'an unreadable address': '読み取れないアドレス',
  '{1} keeps no trash, so nothing was moved there.': '{1} にはゴミ箱がないため、何も移動していません。',
  'Set EMPTY_TRASH_DAYS in its wp-config.php to a number of days, or delete the post in wp-admin; Rensai deletes no post for good.':
    'サイトの wp-config.php の EMPTY_TRASH_DAYS に日数を設定するか、管理画面で投稿を削除してください。Rensai が投稿を完全に削除することはありません。',
  '{1} has its REST API switched off ({2}){3}': '{1} の REST API は無効です ({2}){3}',
  'A plugin or the theme does so: look for "REST API" in the settings of security plugins (SiteGuard WP Plugin, XO Security, All In One Security, Wordfence, Disable WP REST API), and allow it, at least to users who are logged in.':
    'プラグインかテーマが無効にしています。セキュリティプラグイン (SiteGuard WP Plugin、XO Security、All In One Security、Wordfence、Disable WP REST API) の設定で「REST API」を探し、少なくともログインしたユーザーには許可してください。',
  '{1} does not allow {2}{3}': '{1} は {2} を許可していません{3}',
  'The user lacks the right, or a firewall or security plugin blocks the REST API.':
    'ユーザーに権限がないか、ファイアウォールかセキュリティプラグインが REST API を遮断しています。',
  '{1} knows no {2}{3}': '{1} には {2} がありません{3}',
  'It was deleted since it was read; run the command again.':
    '読み込んだあとで削除されました。もう一度実行してください。',
  '{1} finds {2} too large.': '{2} は、{1} には大きすぎます。',
  'Make the picture smaller, or raise upload_max_filesize and client_max_body_size on the server.':
    '画像を小さくするか、サーバーの upload_max_filesize と client_max_body_size を大きくしてください。',
  '{1} answers 429, too many requests.': '{1} の応答が 429 (リクエストが多すぎる) です。',
  'Wait some minutes and run the command again; it goes on where it stopped.':
    '数分待ってから、もう一度実行してください。止まったところから続けます。',
  '{1} answered {2} to {3}{4}': '{3} への {1} の応答が {2} でした{4}',
  "Look into the server's PHP error log; then run the command again, it goes on where it stopped.":
    'サーバーの PHP エラーログを調べてから、もう一度実行してください。止まったところから続けます。',
  'Run the command again with --debug, and report it if it stays.':
    '--debug を付けてもう一度実行し、変わらなければ報告してください。',
  '{1} and asks to be left alone for {2}.': '{1}。サイトは、{2}の間アクセスしないよう求めています。',
  'Run the command again after {1}; it goes on where it stopped.':
    '{1} を過ぎてから、もう一度実行してください。止まったところから続けます。',
  'PHP of {1} has run out of memory: it may use {2} MB.':
    '{1} の PHP のメモリーが足りません。上限は {2} MB です。',
  'Give WordPress more memory with one of these, or ask the host to; switch plugins off that need much of it.':
    '次のどれかで WordPress のメモリーを増やすか、ホストに頼んでください。メモリーを多く使うプラグインは無効にしてください。',
  'a web page': 'Web ページ',
  'the web page "{1}"': 'Web ページ「{1}」',
  "{1} answered {2} with {3}, not with the REST API's JSON.":
    '{2} への {1} の応答が、REST API の JSON ではなく、{3}でした。',
  '{1} answered {2} with something that is not JSON.': '{2} への {1} の応答が、JSON ではありませんでした。',
  'Is WP_URL the address of the WordPress blog itself? A login wall, a maintenance page or a cache plugin may stand before the REST API.':
    'WP_URL は WordPress のブログそのもののアドレスですか? REST API の前に、ログイン画面、メンテナンスのページ、キャッシュプラグインがあるのかもしれません。',
  "The site's answer is not {1} as WordPress describes it: {2} {3}.":
    'サイトの応答が、WordPress の定める{1}の形ではありません: {2} {3}。',
  'A plugin may change the REST API; try with plugins switched off.':
    'プラグインが REST API を変えているのかもしれません。プラグインを無効にして試してください。',
  'a post': '投稿',
  'a term': 'ターム',
  'an attachment': '添付ファイル',
  'a revision': 'リビジョン',
  'a user': 'ユーザー',
  'the user': 'ログインユーザー',
  'the types of posts': '投稿タイプ',
  'that to a batch': '一括リクエストの応答',
  'a list': '一覧',
  'what was made': '作成したもの',
  '{1} has more than {2} of {3}, or never says where they end.':
    '{1} の {3} が {2} 件を超えているか、終わりが示されません。',
  '{1} answered page {2} of {3} with what an earlier page held.':
    '{1} が、{3} の {2} ページ目として、前のページと同じ内容を返しました。',
  'Something in front of WordPress, a cache or proxy, spoils its lists. Exempt /wp-json/ from it; nothing was sent.':
    'WordPress の前にあるキャッシュかプロキシが、一覧を壊しています。/wp-json/ を対象から外してください。何も送信していません。',

  // What is written and read.
  '{1} would hold {2}, which is no character; it is not sent.':
    '{1}に、文字ではない {2} が入ってしまうため、送信しません。',
  'Look for it in the article and in wp.config.json. If it stands in neither, report this.':
    '記事と wp.config.json を調べてください。どちらにもなければ、報告してください。',
  'The post "{1}"': '投稿「{1}」',
  'Post {1}': '投稿 (ID {1})',
  'A text of a picture': '画像のテキスト',
  'Open the address in a browser: the file has to be public, on the host of the site itself.':
    'そのアドレスをブラウザーで開いてください。ファイルはサイト自身のホストで、公開されている必要があります。',
  '"{1}" was made and cannot be deleted: {2}.': '「{1}」を作成しましたが、削除できません: {2}。',
  'Delete "{1}" in wp-admin, {2}/{3} of the REST API.':
    '管理画面で「{1}」(REST API の {2}/{3}) を削除してください。',
  'It may have been carried out: delete "{1}" in wp-admin where it is.':
    '実行されたかもしれません。管理画面に「{1}」があれば、削除してください。',
} as const satisfies Catalogue
