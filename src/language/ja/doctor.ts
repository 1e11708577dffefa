import type { Catalogue } from '../catalogue.ts'

export const doctor = {
  'No WP_URL is set, so there is no site to examine: the embedded WordPress is meant.':
    'WP_URL が設定されていないため、調べるサイトがありません。内蔵の WordPress を使う設定です。',
  'Set WP_URL, WP_USERNAME and WP_APP_PASSWORD in the environment, or in a file .env beside wp.config.json; the application password is made in wp-admin > Users > Profile.':
    '環境変数か、wp.config.json と同じ場所のファイル .env で、WP_URL、WP_USERNAME、WP_APP_PASSWORD を設定してください。アプリケーションパスワードは、管理画面の「ユーザー > プロフィール」で作ります。',

  // Settings and the way to the site.
  'WP_URL, WP_USERNAME and WP_APP_PASSWORD, in the environment or in .env':
    '環境変数か .env の WP_URL、WP_USERNAME、WP_APP_PASSWORD',
  'The articles go to {1}, as "{2}".': '記事は {1} に、ユーザー「{2}」として送ります。',
  'WP_APP_PASSWORD does not look like an application password, which is 24 letters and digits in groups of four.':
    'WP_APP_PASSWORD が、アプリケーションパスワード (4 文字ずつ区切った 24 文字の英数字) には見えません。',
  'The password you log in with is refused by the REST API. Make an application password in wp-admin > Users > Profile > Application Passwords (アプリケーションパスワード), and copy all of it.':
    'ログインパスワードは REST API では使えません。管理画面の「ユーザー > プロフィール > アプリケーションパスワード」で作り、全体をコピーしてください。',
  'whether the name of the host is known, with www and without': 'ホスト名が見つかるか (www の有無の両方)',
  '{1} needs no name server.': '{1} にネームサーバーは必要ありません。',
  '{1} is {2}.': '{1} は {2} です。',
  'There is no host {1}, but there is {2}.': 'ホスト {1} はありませんが、{2} はあります。',
  'Write WP_URL={1}, and "url": "{2}" within "site" of wp.config.json.':
    'WP_URL={1} と書き、wp.config.json の「site」の中に "url": "{2}" と書いてください。',
  'whether anything answers at the address and port': 'アドレスとポートで応答があるか',
  '{1} answers at {2}, port {3}.': '{1} は {2} のポート {3} で応答します。',
  'TLS: whether the certificate is valid, for this name, complete, and for how long':
    'TLS: 証明書が有効か、この名前のものか、すべてそろっているか、いつまで有効か',
  'A site on this machine needs none.': 'このマシンのサイトには必要ありません。',
  'The certificate of {1} cannot be trusted ({2}): it ends on {3}.':
    '{1} の証明書は信頼できません ({2})。期限は {3} です。',
  'The certificate of {1} cannot be trusted ({2}): it is for {3}, and ends on {4}.':
    '{1} の証明書は信頼できません ({2})。対象は {3}、期限は {4} です。',
  'the certificate cannot be trusted': '証明書が信頼できない',
  'It ends on {1}.': '期限は {1} です。',
  'It is for {1}, and ends on {2}.': '対象は {1}、期限は {2} です。',
  'It ends on {1}, which is soon.': '期限は {1} で、もうすぐです。',
  'It is for {1}, and ends on {2}, which is soon.': '対象は {1}、期限は {2} で、もうすぐです。',
  'Renew it at the host, and look there why it did not renew itself: publishing stops on that day.':
    'ホストで更新し、自動で更新されなかった理由を調べてください。その日から公開できなくなります。',
  'whether WP_URL redirects, and which address to write instead: https, with www or without':
    'WP_URL がリダイレクトされないか、されるなら代わりに書くアドレス (https、www の有無)',
  '{1} answers itself, without a redirect.': '{1} 自身が、リダイレクトせずに応答します。',
  '{1} redirects in a circle, as to {2}.': '{1} のリダイレクトが循環しています ({2} など)。',
  'Two settings contradict each other. Write one address, with https, into both fields of wp-admin > Settings > General (WordPress Address, Site Address), leave only one redirect at the host, in .htaccess or in a plugin, and set a CDN to "Full" TLS.':
    '2 つの設定が矛盾しています。管理画面の「設定 > 一般」の 2 つの欄 (WordPress アドレス、サイトアドレス) に https の同じアドレスを書いてください。リダイレクトは、ホスト、.htaccess、プラグインのどれか 1 か所だけに残します。CDN の TLS は「Full」にしてください。',
  '{1} leads whoever asks for its REST API to {2}.': '{1} は、REST API への問い合わせを {2} に移動させます。',
  'A plugin that asks visitors to log in, a "coming soon" page, or a security plugin does so: exempt /wp-json/, which WordPress guards itself, or switch the plugin off.':
    '訪問者にログインを求めるプラグイン、「準備中」のページ、セキュリティプラグインのどれかによるものです。/wp-json/ を対象から外すか (そこは WordPress 自身が守っています)、プラグインを無効にしてください。',
  '{1} redirects to {2}, which would send the password in clear.':
    '{1} は {2} にリダイレクトします。そこにはパスワードが暗号化されずに送られてしまいます。',
  'Let the site itself use https: write https:// into both fields of wp-admin > Settings > General (WordPress Address, Site Address), after its certificate works.':
    'サイト自身が https を使うようにしてください。証明書が正しく働いてから、管理画面の「設定 > 一般」の 2 つの欄 (WordPress アドレス、サイトアドレス) に https:// で書きます。',
  'The address to write is WP_URL={1}, and "url": "{2}" within "site" of wp.config.json.':
    '書くアドレスは WP_URL={1} と、wp.config.json の「site」の中の "url": "{2}" です。',

  // Who stands before WordPress.
  'Basic authentication of the web server, which leaves no room for a login of WordPress':
    'WordPress へのログインを妨げる、Web サーバーの Basic 認証',
  'No password of the web server stands before the REST API.':
    'REST API の前に、Web サーバーのパスワードはありません。',
  'the maintenance mode of WordPress, a plugin or the host':
    'WordPress、プラグイン、ホストのメンテナンスモード',
  'The site is not closed for maintenance.': 'サイトはメンテナンス中ではありません。',
  'a firewall of the host, or a security plugin, that refuses the REST API':
    'REST API を拒否する、ホストのファイアウォールやセキュリティプラグイン',
  'No firewall refuses the REST API.': 'REST API を拒否するファイアウォールはありません。',
  'whether a cache before WordPress serves old answers of the REST API':
    'WordPress の前のキャッシュが、REST API の古い応答を返さないか',
  'answered GET / from a cache': 'GET / に、キャッシュが応答しました',
  'No cache serves old answers.': '古い応答を返すキャッシュはありません。',

  // The REST API.
  'whether this is WordPress with its REST API, switched off by nobody, and with permalinks that are not plain':
    'REST API のある WordPress か、REST API が無効になっていないか、パーマリンクが「基本」ではないか',
  '{1} has a REST API.': '{1} には REST API があります。',
  'The REST API answers at index.php?rest_route= alone, which is enough to publish; /wp-json/ is not found.':
    'REST API は index.php?rest_route= でだけ応答します。公開はできますが、/wp-json/ が見つかりません。',
  'The REST API answers at index.php?rest_route= alone, which is enough to publish; /wp-json/ is another page.':
    'REST API は index.php?rest_route= でだけ応答します。公開はできますが、/wp-json/ は別のページです。',
  'The permalinks are "Plain", or the web server does not hand their addresses to WordPress, so that readers do not reach the articles either. Choose another structure in wp-admin > Settings > Permalinks and save. If that is so already, the lines of WordPress are missing from .htaccess (Apache, LiteSpeed), or from the server (nginx).':
    'パーマリンクが「基本」か、Web サーバーがそのアドレスを WordPress に渡していません。渡していなければ、読者も記事を開けません。管理画面の「設定 > パーマリンク」で別の構造を選び、保存してください。すでにそうなっているなら、.htaccess (Apache、LiteSpeed) かサーバー (nginx) に WordPress の行がありません。',
  'whether PHP prints warnings, or a file a byte order mark, before the JSON of answers':
    '応答の JSON の前に、PHP の警告やファイルの BOM が出力されていないか',
  'Answers are JSON and nothing else.': '応答は JSON だけです。',
  'A byte order mark stands before the JSON of answers: a file of the theme, of a plugin, or wp-config.php was saved with one.':
    '応答の JSON の前に BOM があります。テーマかプラグインのファイル、または wp-config.php が、BOM 付きで保存されています。',
  'PHP prints before the JSON of answers: "{1}"': 'PHP が応答の JSON の前に出力しています: 「{1}」',
  'the plugin or theme': 'プラグインかテーマ',
  'the plugin "{1}"': 'プラグイン「{1}」',
  'the theme "{1}"': 'テーマ「{1}」',
  'Rensai reads past it, but the editor of WordPress does not. Update {1}, or save its file without a byte order mark; and let PHP write warnings into a file and not into pages, in wp-config.php:':
    'Rensai は読み飛ばしますが、WordPress のエディターは読み飛ばせません。{1}を更新するか、ファイルを BOM なしで保存してください。PHP の警告は、wp-config.php の次の行でページではなくファイルに書くようにします:',
  'whether the memory and time of PHP suffice for a hundred posts at once, as publishing reads them':
    '公開のときに読み込む 100 件の投稿に、PHP のメモリーと時間が足りるか',
  'A list of {1} comes at once.': '{1}の一覧を一度に読み込めます。',
  'It fails at the list of posts, and not at a short answer, as where memory or time end.':
    '短い応答では失敗せず、投稿の一覧で失敗します。メモリーか時間が足りないときの現れ方です。',
  'The PHP error log at the host names the cause.': '原因は、ホストの PHP エラーログにあります。',
  'the versions of WordPress, PHP, the web server, Rensai and Node, as far as they are told':
    'わかる範囲での、WordPress、PHP、Web サーバー、Rensai、Node のバージョン',
  'WordPress does not tell its version': 'WordPress のバージョンは不明',
  'PHP does not tell its own': 'PHP のバージョンは不明',
  'nor does the web server': 'Web サーバーのバージョンは不明',
  'Rensai is tested on WordPress {1} and newer: update it in wp-admin > Dashboard > Updates.':
    'Rensai がテストされているのは WordPress {1} 以降です。管理画面の「ダッシュボード > 更新」で更新してください。',

  // The login.
  'whether the site takes application passwords, which no https or a plugin can prevent':
    'アプリケーションパスワードを受け付けるか (https でない、プラグインが無効にしている、などで妨げられる)',
  'The site takes application passwords.': 'サイトはアプリケーションパスワードを受け付けます。',
  'The site tells of none, but takes the login.': 'サイトは対応を示していませんが、ログインは受け付けます。',
  'whether the Authorization header reaches WordPress, which Apache with CGI or FastCGI and some proxies drop':
    'Authorization ヘッダーが WordPress に届くか (CGI や FastCGI の Apache、一部のプロキシで失われる)',
  'The Authorization header reaches WordPress.': 'Authorization ヘッダーは WordPress に届きます。',
  'Whether the Authorization header arrives shows once the login is right.':
    'Authorization ヘッダーが届くかどうかは、正しいログイン情報でないとわかりません。',
  'whether the site takes the login: the login name and not the name that readers see, an application password and not the other one':
    'ログインできるか (読者に表示される名前ではなくログイン名、ログインパスワードではなくアプリケーションパスワード)',
  'The site takes the login, and calls us "{1}".': 'ログインできます。サイトでの名前は「{1}」です。',
  '"{1}" is the name that readers see, and not one to log in with.':
    '「{1}」は読者に表示される名前で、ログインには使えません。',
  'Write the login name into WP_USERNAME, which is probably "{1}": wp-admin > Users has it in the first column (ユーザー名). The mail address of the user will do, too.':
    'WP_USERNAME にログイン名を書いてください。おそらく「{1}」です。管理画面の「ユーザー」の最初の列 (ユーザー名) にあります。ユーザーのメールアドレスも使えます。',
  '{1} refuses the login: "{2}" can be no login name.':
    '{1} がログインを拒否しました。「{2}」はログイン名ではありません。',
  '{1} refuses the login: WP_APP_PASSWORD is no application password.':
    '{1} がログインを拒否しました。WP_APP_PASSWORD がアプリケーションパスワードではありません。',
  'An application password is 24 letters and digits, and not the one you log in with. Make one in wp-admin > Users > Profile > Application Passwords (アプリケーションパスワード), and copy all of it.':
    'アプリケーションパスワードは 24 文字の英数字で、ログインパスワードとは別のものです。管理画面の「ユーザー > プロフィール > アプリケーションパスワード」で作り、全体をコピーしてください。',
  '{1} refuses the login: the name or the application password is wrong.':
    '{1} がログインを拒否しました。名前かアプリケーションパスワードが間違っています。',
  'Where it was revoked, make a new one.': '取り消されていたら、新しく作ってください。',
  'whether the role of the user may write, publish, upload pictures, create categories, and move posts to the trash':
    'ユーザーの権限グループで、投稿の作成と公開、画像のアップロード、カテゴリーの作成、ゴミ箱への移動ができるか',
  '"{1}" may {2}.': '「{1}」に許可されている操作: {2}。',
  '"{1}" may {2}, but not {3}.': '「{1}」に許可されている操作: {2}。許可されていない操作: {3}。',
  'Articles can use the categories that the site has: create others in wp-admin, or log in as an Editor.':
    '記事では、サイトにあるカテゴリーを使えます。新しいものは管理画面で作るか、編集者でログインしてください。',

  // Whether the site is the one that is meant.
  'whether WP_URL, site.url and the address that the site calls itself are one':
    'WP_URL、site.url、サイト自身の示すアドレスが同じか',
  'The site calls itself {1}.': 'サイト自身の示すアドレスは {1} です。',
  'The site calls itself {1}, WP_URL is {2} and site.url is {3}.':
    'サイト自身の示すアドレスは {1}、WP_URL は {2}、site.url は {3} です。',
  'Write one address everywhere: into both fields of wp-admin > Settings > General (WordPress Address, Site Address), WP_URL and site.url; with https where it works.':
    '管理画面の「設定 > 一般」の 2 つの欄 (WordPress アドレス、サイトアドレス)、WP_URL、site.url のすべてに、同じアドレスを書いてください。https が使えるなら https にします。',
  'whether the time zone of the site is that of wp.config.json':
    'サイトのタイムゾーンが wp.config.json と同じか',
  'Both the site and wp.config.json have {1}.': 'サイトも wp.config.json も {1} です。',
  'whether the addresses of posts are those of site.permalink': '投稿のアドレスが site.permalink のとおりか',
  'The site has no posts yet, so nothing tells their addresses.':
    'サイトにまだ投稿がないため、アドレスの形がわかりません。',
  'Posts have addresses as {1} says.': '投稿のアドレスは {1} のとおりです。',
  'A post of the site has the address {1}, which is not {2} of site.permalink.':
    'サイトの投稿のアドレスが {1} で、site.permalink の {2} とは違います。',
  'Links to published articles that are written as addresses are not recognised so.':
    'このままでは、アドレスで書いた公開済みの記事へのリンクが認識されません。',
  'Choose a structure in wp-admin > Settings > Permalinks that is not "Plain", and write it into wp.config.json.':
    '管理画面の「設定 > パーマリンク」で「基本」以外の構造を選び、wp.config.json に書いてください。',
  'Write the structure of wp-admin > Settings > Permalinks into "site" of wp.config.json.':
    '管理画面の「設定 > パーマリンク」の構造を、wp.config.json の「site」に書いてください。',
  'The structure in wp-admin > Settings > Permalinks is probably the following; write into "site" of wp.config.json:':
    '管理画面の「設定 > パーマリンク」の構造は、おそらく次のものです。wp.config.json の「site」に書いてください:',

  // What is written to try.
  'whether a draft with code in its text can be made and deleted again, or a firewall takes it for an attack':
    '本文にコードのある下書きを作成して削除できるか (ファイアウォールが攻撃と見なすことがある)',
  'A draft with code in its text was made and deleted again.':
    '本文にコードのある下書きを作成し、削除しました。',
  'whether a picture as large as images.maxBytes allows can be uploaded and deleted again: the limit of PHP for files, its memory, and the folder of uploads':
    'images.maxBytes の上限までの画像をアップロードして削除できるか (PHP のファイルの上限、メモリー、アップロード先のフォルダー)',
  'A picture of {1} was uploaded and deleted again.': '{1} の画像をアップロードし、削除しました。',
  'A picture as large as images.maxBytes allows, {1}, cannot be uploaded, a small one can: {2}':
    'images.maxBytes の上限の {1} の画像はアップロードできません。小さい画像はできます: {2}',
  'Raise the limits of PHP for files, or its memory, with one of these, or set "maxBytes" within "images" of wp.config.json, so that check tells of such pictures:':
    '次のどれかで PHP のファイルの上限かメモリーを増やすか、wp.config.json の「images」の「maxBytes」を設定して、check がそうした画像を知らせるようにしてください:',
  'how large an upload the web server and PHP let through': 'Web サーバーと PHP が通すアップロードの大きさ',
  'An upload of {1}, the most that images.maxBytes allows, comes through.':
    'images.maxBytes の上限の {1} のアップロードが通ります。',
  'An upload of {1} does not come through ({2}); one of {3} does.':
    '{1} のアップロードは通りません ({2})。{3} なら通ります。',
  'Pictures above that will fail. Raise the limit with one of these, or set "maxBytes" within "images" of wp.config.json, so that check tells of them:':
    'それより大きな画像は失敗します。次のどれかで上限を増やすか、wp.config.json の「images」の「maxBytes」を設定して、check が知らせるようにしてください:',
  'Not even an upload of {1} comes through ({2}).': '{1} のアップロードさえ通りません ({2})。',
  'Long articles and pictures cannot be sent so. Raise the limit with one of these, or ask the host to:':
    'このままでは、長い記事や画像を送れません。次のどれかで上限を増やすか、ホストに頼んでください:',
  'it is above post_max_size of PHP': 'PHP の post_max_size を超えている',
  'whether the web server lets DELETE through, which moves posts to the trash':
    'Web サーバーが、投稿をゴミ箱に移動する DELETE を通すか',
  'DELETE reaches WordPress.': 'DELETE は WordPress に届きます。',
  'A DELETE does not reach WordPress: {1}.': 'DELETE が WordPress に届きません: {1}。',
  'Everything but moving posts to the trash works. Let the web server, its WebDAV or its firewall pass DELETE to /wp-json/ on, or ask the host to.':
    '投稿をゴミ箱に移動すること以外は、すべてできます。Web サーバー、その WebDAV、ファイアウォールが /wp-json/ への DELETE を通すように設定するか、ホストに頼んでください。',
} as const satisfies Catalogue
