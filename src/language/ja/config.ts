import type { Catalogue } from '../catalogue.ts'

export const config = {
  // The login.
  '{1} and {2}': '{1} と {2}',
  '{1} is set, and nothing reads it: the name is {2}.':
    '{1} が設定されていますが、この名前は読み込みません。正しくは {2} です。',
  'Set all of {1} to publish to a site, or none of them, nor any name like these, to publish to the embedded WordPress.':
    'サイトに公開するには {1} をすべて設定してください。内蔵の WordPress に公開するには、これらも、似た名前も、1 つも設定しないでください。',
  '.env mentions {1}, but in no line that can be read.':
    '.env に {1} が出てきますが、設定として読み取れる行がありません。',
  'Write each on a line of its own, as {1}="...", with both quotes; a "#" before a line takes it out.':
    '{1}="..." のように前後を引用符で囲み、1 行に 1 つずつ書いてください。使わない行は、先頭に「#」を付けると無効になります。',
  '{1} holds a login, and it is not read: the file is .env.':
    '{1} にログイン情報がありますが、このファイルは読み込みません。読み込むのは .env です。',
  'Name it .env, or take {1} out of it to publish to the embedded WordPress.':
    'ファイル名を .env に変えてください。内蔵の WordPress に公開するなら、そこから {1} を取り除いてください。',
  '{1} is set in the environment, and {2} are not; what .env says is not mixed with it.':
    '環境変数に {1} は設定されていますが、{2} がありません。.env の値と混ぜて使うことはしません。',
  '{1} are set in the environment, and {2} is not; what .env says is not mixed with it.':
    '環境変数に {1} は設定されていますが、{2} がありません。.env の値と混ぜて使うことはしません。',
  'Set all of {1} in the environment, or all of them in .env: otherwise a .env of somebody else could send your password to a site of theirs.':
    '{1} は、すべてを環境変数に設定するか、すべてを .env に書いてください。混ぜて使うと、他人が用意した .env によって、パスワードが他人のサイトへ送られるおそれがあります。',
  'in the environment': '環境変数の',
  'in .env': '.env の',
  '{1} is set {2}, but empty': '{2} {1} が空です',
  '{1} are set {2}, but empty': '{2} {1} が空です',
  '{1}, and {2}.': '{1}。また、{2}。',
  'Continuous integration hands over a secret that it does not have as an empty one, as to a pull request of a fork. Set all of {1} to publish to a site, or none of them, not even empty, to publish to the embedded WordPress.':
    'CI は、フォークからのプルリクエストのようにシークレットを渡せない場合、空の値を渡します。サイトに公開するには {1} をすべて設定してください。内蔵の WordPress に公開するには、空の値も含めて、どれも設定しないでください。',
  '{1} is not set': '{1} が設定されていません',
  '{1} are not set': '{1} が設定されていません',
  '{1} is, and nothing reads it: the name is {2}.':
    '設定されている {1} という名前は読み込みません。正しくは {2} です。',
  'Set all of {1} in the environment or in .env to publish to a site, or none to publish to the embedded WordPress.':
    'サイトに公開するには、{1} をすべて、環境変数か .env に設定してください。内蔵の WordPress に公開するには、どれも設定しないでください。',
  'WP_TIMEOUT is "{1}", which is not a number of seconds.':
    'WP_TIMEOUT の値「{1}」は、秒数として正しくありません。',
  'Set it to how long one answer of the site may take, such as 120, or leave it out for 60.':
    'サイトの応答を待つ秒数を、120 のように設定してください。設定しなければ 60 秒です。',
  'WP_URL is not a web address.': 'WP_URL が Web のアドレスではありません。',
  'Write it with its scheme, such as https://example.com or https://example.com/blog.':
    'https://example.com や https://example.com/blog のように、https:// から書いてください。',
  'WP_URL holds a user name or password.': 'WP_URL にユーザー名かパスワードが含まれています。',
  'Put them into WP_USERNAME and WP_APP_PASSWORD; addresses end up in logs.':
    'WP_USERNAME と WP_APP_PASSWORD に分けて設定してください。アドレスはログに残ります。',
  'WP_URL is http://{1}: the password would travel in clear.':
    'WP_URL が http://{1} です。パスワードが暗号化されずに送られてしまいます。',
  'Use https://{1}; plain http is accepted for this machine (localhost) only.':
    'https://{1} を使ってください。http が使えるのは、このマシン (localhost) に対してだけです。',

  // wp.config.json as a file.
  'There is no configuration at {1}.': '設定ファイル {1} がありません。',
  'Run the command in the folder of wp.config.json, or name it with --config <path>.':
    'wp.config.json のあるフォルダーで実行するか、--config <path> で指定してください。',
  'not valid JSON: {1}': 'JSON として正しくありません ({1})',
  'it is empty': '内容が空',
  'Mend the syntax at this place.': 'この位置の構文を直してください。',
  'unknown key "{1}"': '不明なキー「{1}」があります',
  'unknown key "{1}" in {2}': '{2} に不明なキー「{1}」があります',
  'the configuration': '設定全体',
  'docs/configuration.md lists every key, its type and its default.':
    'キーと、その型と既定値は、すべて docs/configuration.md にあります。',
  'It belongs into {1}: {2}.': '{1}の中に書くキーです: {2}。',
  'It belongs to the top of the file, outside of "{1}".':
    '「{1}」の中ではなく、ファイルの最上位に書くキーです。',
  'Known keys here: {1}.': 'ここに書けるキー: {1}。',
  'Invalid name of a box: "{1}"': 'ボックスの名前「{1}」は使えません',
  'Names of classes, with one blank between them':
    'クラス名だけを、半角の空白 1 つで区切って書く必要があります',
  '{1}: site.timezone "{2}" is not a time zone.':
    '{1}: site.timezone の「{2}」はタイムゾーンではありません。',
  'Use an IANA name such as "Asia/Tokyo" or "UTC".':
    '「Asia/Tokyo」や「UTC」のような IANA の名前で書いてください。',
  'Use its IANA name, which is probably "{1}".': 'IANA の名前で書いてください。おそらく「{1}」です。',
  '{1}: math "core" needs the format "blocks".':
    '{1}: math を「core」にするには、format が「blocks」である必要があります。',
  'WordPress takes formulas in plain HTML out of their line; choose "delimiters" or "none".':
    '通常の HTML では、WordPress が数式を行から切り離してしまいます。「delimiters」か「none」を選んでください。',
  '{1}: slug.pattern is not a regular expression.': '{1}: slug.pattern が正規表現として正しくありません。',
  'Mend it, or remove it to get the default: lower-case words joined by "-".':
    '直すか、削除して既定値 (小文字の単語を「-」でつないだもの) に戻してください。',

  // Why wp.config.json is no JSON.
  'nothing but texts in double quotes, numbers, true, false and null can be a value or a key':
    'キーや値に書けるのは、半角の二重引用符で囲んだ文字列、数値、true、false、null だけ',
  'the number is incomplete': '数値が途中で終わっている',
  'a key in double quotes is missing': '半角の二重引用符で囲んだキーがない',
  'a value is missing': '値がない',
  'a ":" is missing': '「:」がない',
  'a "," is missing': '「,」がない',
  'a "}" is missing': '「}」がない',
  'a "]" is missing': '「]」がない',
  'something follows behind the end': '終わりのあとに余分なものがある',
  'the comment has no end': 'コメントが閉じていない',
  'the text has no closing quotation mark': '文字列を閉じる引用符がない',
  'the text holds an escape sequence that JSON does not have': '文字列に JSON にないエスケープがある',
  'the text holds a tab or another control character': '文字列にタブなどの制御文字がある',
  'it cannot be read from here on': 'ここから先を読み取れない',
} as const satisfies Catalogue
