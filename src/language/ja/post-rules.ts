import type { Catalogue } from '../catalogue.ts'

export const postRules = {
  '{1}, which runs on the page of every reader': '{1} があります。すべての読者のページで実行されます',
  '{1}, which loads a document of its own': '{1} があります。独自の文書を読み込みます',
  '{1}, which changes where every link of the page leads':
    '{1} があります。ページのすべてのリンク先を変えます',
  'Take it out, unless you have read it and mean it; "html": "sanitize" in wp.config.json publishes no such thing.':
    '内容を確かめたうえで意図したものでなければ、削除してください。wp.config.json で "html": "sanitize" にすると、このようなものは公開されません。',
  'Nothing in an article runs on the page of its readers: no script, no such attribute, no such address.':
    '記事の中のものが、読者のページで実行されない。スクリプトも、そのような属性もアドレスもない。',
  'This leads to an address of "{1}:", which is no page but a program or a document of its own.':
    'このリンク先は「{1}:」のアドレスで、ページではなく、プログラムか独自の文書です。',
  'Link to a page.': 'ページへリンクしてください。',
  'Raw HTML holds {1}.': '生の HTML に {1}。',
  '<meta http-equiv>, which can send readers elsewhere':
    '<meta http-equiv> があります。読者を別の場所へ移動させることができます',
  '{1}="…" in <{2}>, which runs on the page of every reader':
    '<{2}> に {1}="…" があります。すべての読者のページで実行されます',
  'srcdoc="…" in <{1}>, which is a document of its own':
    '<{1}> に srcdoc="…" があります。これは独自の文書です',
  'an address of "{1}:" in <{2}>, which is a program or a document of its own':
    '<{2}> に「{1}:」のアドレスがあります。これはプログラムか独自の文書です',
  'Every picture says in words what it shows.': 'すべての画像に、何が写っているかを伝える言葉がある。',
  'This picture has no alternative text.': 'この画像に代替テキストがありません。',
  'Say between the brackets what it shows, for readers who do not see it and for search engines.':
    '画像が見えない読者と検索エンジンのために、何が写っているかを角括弧の中に書いてください。',
  'This picture in HTML has no alternative text.': 'この HTML の画像に代替テキストがありません。',
  'Add alt="..." with what it shows, or alt="" where it only decorates.':
    '何が写っているかを alt="..." に書いてください。飾りの画像なら alt="" にします。',
  'An article has a text below its front matter.': '記事のフロントマターの下に本文がある。',
  'The article has no text.': '記事に本文がありません。',
  'Write it below the second "---"; readers would see a title and nothing else.':
    '2 つ目の「---」の下に書いてください。このままでは、読者に見えるのはタイトルだけです。',
  'A box has a name that is built in or configured.': 'ボックスの名前が、組み込みか設定済みのものである。',
  'There is no box ":::{1}".': '「:::{1}」というボックスはありません。',
  'Use one of {1}, or add it to "boxes" in wp.config.json.':
    '{1} のどれかを使うか、wp.config.json の「boxes」に追加してください。',
  'Did you mean ":::{1}"?': '「:::{1}」ではありませんか?',
  'Every box is closed with a line ":::".': 'すべてのボックスが「:::」の行で閉じられている。',
  'The box ":::{1}" is never closed.': 'ボックス「:::{1}」が閉じられていません。',
  'Add a line ":::" where it ends; of boxes in each other the outer one has more colons.':
    '終わりの位置に「:::」の行を追加してください。ボックスを入れ子にするときは、外側のコロンを増やします。',
  'What begins with ":::" is a box, and no plain text.':
    '「:::」で始まるものがボックスになっていて、ただの文字になっていない。',
  '"{1}" is no box, but plain text.': '「{1}」はボックスではなく、ただの文字になっています。',
  'Remove it, or open a box with ":::note" before it.':
    '削除するか、その前で「:::note」のボックスを始めてください。',
  'Write "{1}" alone on its line, without the blanks before it.':
    '「{1}」だけの行にし、前の空白を取り除いてください。',
  'Write "{1}" alone on its line.': '「{1}」だけの行にしてください。',
  'Every character is one: U+FDD0 to U+FDEF, U+FFFE and the like mean nothing in a text.':
    'すべての文字が文字として有効である。U+FDD0 から U+FDEF、U+FFFE などは、文章の中では意味を持たない。',
  'Here stands {1}, which is no character.': 'ここに、文字ではない {1} があります。',
  'An earlier "pull" wrote it for "[".': '以前の「pull」が「[」の代わりに書いたものです。',
  'Remove it, or write what is meant.': '削除するか、本来の文字を書いてください。',
  'Code names a language that the highlighter knows, where there is one.':
    'コードの言語名が、シンタックスハイライトの対応する言語である。',
  'Code in "{1}" is shown without colours: nobody knows that language.':
    '「{1}」のコードは色なしで表示されます。この言語には対応していません。',
  'Write "text" if none is meant.': '言語の指定がいらなければ「text」と書いてください。',
  'Every block of code is closed with the fence that opened it.':
    'すべてのコードブロックが、始まりと同じフェンスで閉じられている。',
  'This block of code is never closed and holds all that follows.':
    'このコードブロックは閉じられていないため、以降がすべてコードになっています。',
  'Add a line "{1}" where it ends.': '終わりの位置に「{1}」の行を追加してください。',
  'No conflict is left between <<<<<<< and >>>>>>>.': '<<<<<<< と >>>>>>> に挟まれた競合が残っていない。',
  'A conflict is left here: "{1}".': '競合が残っています: 「{1}」。',
  'Keep the right one of the two versions, or both, and remove the lines <<<<<<<, ======= and >>>>>>>.':
    '2 つの版の正しいほう、または両方を残し、<<<<<<<、=======、>>>>>>> の行を削除してください。',
  "A date is YYYY-MM-DD HH:MM[:SS] in the site's time, or has a zone.":
    '日時が、サイトの時刻の YYYY-MM-DD HH:MM[:SS] か、タイムゾーン付きである。',
  '"{1}" is not a date that exists.': '「{1}」という日時は存在しません。',
  'Write it as 2025-12-22 11:00:00, in the time of {1}.':
    '{1} の時刻で、2025-12-22 11:00:00 のように書いてください。',
  '"date" and "publish_at" do not contradict each other.': '「date」と「publish_at」が食い違っていない。',
  '"publish_at" says {1}, "date" says {2}; publish_at is used.':
    '「publish_at」は {1}、「date」は {2} です。publish_at を使います。',
  'Remove one of the two.': 'どちらか 1 つを削除してください。',
  'Signs of emphasis beside Japanese text make it emphasized, and are not shown as signs.':
    '日本語の隣の強調の記号が、そのまま表示されず、強調になる。',
  '"{1}" is shown as it stands here: it has no other one in its paragraph.':
    'ここの「{1}」はそのまま表示されます。段落の中に、対になる記号がありません。',
  'Write "**" before and after what is emphasized, within one paragraph; to show it, write "\\*\\*".':
    '強調する部分の前後に、同じ段落の中で「**」を書いてください。記号を表示するなら「\\*\\*」と書きます。',
  '"{1}" is shown as it stands here, and nothing is emphasized.':
    'ここの「{1}」はそのまま表示され、強調になりません。',
  'Put a blank before the first and after the last "{1}", or move the punctuation out.':
    '最初の「{1}」の前と最後の「{1}」の後に空白を入れるか、句読点や括弧を外に出してください。',
  'Underscores need blanks around them; write asterisks: {1}':
    'アンダースコアは前後に空白が必要です。アスタリスクで書いてください: {1}',
  'Remove the blanks inside: {1}': '内側の空白を削除してください: {1}',
  'Every reference to a footnote has its note.': '脚注の参照には、それぞれ脚注がある。',
  'This is no note, but text: "{1}".': 'これは脚注ではなく、ただの文字になっています: 「{1}」。',
  'There is no note for {1}, and readers see it as it stands.':
    '{1} の脚注がないため、読者にはそのまま見えます。',
  'Begin a line with "{1}: " where the note stands.': '脚注の行は「{1}: 」で始めてください。',
  'Add a line "{1}: …" with the note, or write \\{2} if it is text.':
    '脚注を「{1}: …」の行で追加するか、ただの文字なら \\{2} と書いてください。',
  'Every footnote is referred to: readers do not see one that is not.':
    'すべての脚注が参照されている。参照のない脚注は、読者に見えない。',
  'Nothing refers to the note {1}, and readers do not see it.':
    '脚注 {1} はどこからも参照されていないため、読者に見えません。',
  'There is a note {1} in line {2} already, and readers do not see this one.':
    '脚注 {1} はすでに {2} 行目にあるため、こちらは読者に見えません。',
  'Write {1} where it belongs to, or take the note away.':
    '脚注を付ける場所に {1} と書くか、脚注を削除してください。',
  'Give it a label of its own, and refer to it, or take it away.':
    '別のラベルを付けて参照するか、削除してください。',
  'Links and pictures are written in Markdown, and not in two brackets as in a wiki.':
    'リンクと画像が、Wiki のような二重の角括弧ではなく Markdown で書かれている。',
  '"{1}" is no link, but text.': '「{1}」はリンクではなく、ただの文字になっています。',
  '"{1}" is no picture, but text.': '「{1}」は画像ではなく、ただの文字になっています。',
  "Write [{1}](the article's file), or \\{2} where it is text.":
    '[{1}](記事のファイル) と書くか、ただの文字なら \\{2} と書いてください。',
  'Write ![what it shows]({1}), or \\{2} where it is text.':
    '![画像の説明]({1}) と書くか、ただの文字なら \\{2} と書いてください。',
  "the picture's file": '画像のファイル',
  'No bracket of a link or picture is of full width.': 'リンクと画像の括弧に、全角のものがない。',
  '"{1}" is no link, but text: its brackets are of full width.':
    '「{1}」はリンクではなく、ただの文字になっています。括弧が全角です。',
  '"{1}" is no picture, but text: its brackets are of full width.':
    '「{1}」は画像ではなく、ただの文字になっています。括弧が全角です。',
  'Write {1}.': '{1} と書いてください。',
  'Every Markdown file begins with front matter; while this is off, one without is no article.':
    'すべての Markdown ファイルがフロントマターで始まる。このルールがオフの間は、フロントマターのないファイルを記事とみなさない。',
  'The front matter begins with a line "---".': 'フロントマターが「---」の行で始まる。',
  'The front matter begins on the first line.': 'フロントマターが 1 行目から始まる。',
  'Front matter is YAML, so that no article can run code.':
    'フロントマターが YAML である。記事がコードを実行することはない。',
  'The front matter ends with a line that holds only "---".': 'フロントマターが「---」だけの行で終わる。',
  'The front matter is valid YAML, and no value is lost in an alias, an anchor or a tag.':
    'フロントマターが正しい YAML で、エイリアス、アンカー、タグのために失われる値がない。',
  'An id behind a heading, {#id}, is one word, and no other heading of the article has it.':
    '見出しの後の ID {#id} が 1 語で、記事のほかの見出しと重ならない。',
  '"{1}" is no id, and would stand on the page as text.':
    '「{1}」は ID ではないため、そのままページに表示されます。',
  'Write it as one word of letters, digits, "-" and "_", as {1}, or as \\{2} if it is text.':
    '{1} のように、文字、数字、「-」、「_」からなる 1 語で書いてください。ただの文字なら \\{2} と書きます。',
  'The id "{1}" is that of another heading, in line {2}.': 'ID「{1}」は、{2} 行目の見出しと重なっています。',
  'Give each heading an id of its own, or let one have the id made of its text.':
    '見出しにはそれぞれ別の ID を付けるか、片方の ID を見出しの文字から作らせてください。',
  'Between the signs of a heading and its words stands a blank, of half width as the signs are.':
    '見出しの記号と言葉の間に、記号と同じく半角の空白がある。',
  'This is no heading, but text: "{1}{2}" is shown as it stands.':
    'これは見出しではなく、ただの文字です。「{1}{2}」がそのまま表示されます。',
  'Write "{1}" before its words, or \\{2} where it is text.':
    '言葉の前に「{1}」と書くか、ただの文字なら \\{2} と書いてください。',
  'The headings of an article begin with "##", below its title.':
    '記事の見出しが、タイトルの下の「##」から始まる。',
  "This heading stands as high as the article's title.": 'この見出しは記事のタイトルと同じレベルです。',
  'Write it with "##", and those below it with one "#" more; the title stands in the front matter.':
    '「##」で書き、その下の見出しは「#」を 1 つずつ増やしてください。タイトルはフロントマターにあります。',
  'No level is left out on the way down the headings.': '見出しのレベルが、下がるときに飛ばされていない。',
  'This heading of level {1} follows the title.': 'このレベル {1} の見出しは、タイトルの直後にあります。',
  'This heading of level {1} follows one of level {2}.':
    'このレベル {1} の見出しは、レベル {2} の見出しの次にあります。',
  'Write it with "{1}", or put the heading before it that is missing.':
    '「{1}」で書くか、抜けている見出しをその前に置いてください。',
  'Every local picture exists, lies in the project, is a picture, and is not too big.':
    'すべてのローカルの画像が、プロジェクトの中にあり、画像であり、大きすぎない。',
  'The picture has no address.': '画像のアドレスがありません。',
  '"{1}" is not one path.': '「{1}」が 1 つのパスではありません。',
  'Write "{1}: ../images/a.png".': '「{1}: ../images/a.png」のように書いてください。',
  'The featured picture is of another site: {1}': 'アイキャッチ画像が別のサイトのものです: {1}',
  'The featured picture is of your own computer: {1}':
    'アイキャッチ画像が手元のコンピューターのものです: {1}',
  'The address of a picture with blanks in it stands between < and >.':
    '空白を含む画像のアドレスが < と > で囲まれている。',
  'The address of the picture holds blanks: {1}': '画像のアドレスに空白があります: {1}',
  'Write ![{1}](<{2}>); other tools do not show it as a picture.':
    '![{1}](<{2}>) と書いてください。ほかのツールでは画像として表示されません。',
  'There is no picture at {1}.': '{1} に画像がありません。',
  'The picture {1} lies outside the project folder.': '画像 {1} がプロジェクトのフォルダーの外にあります。',
  'Copy it into the project; symbolic links that lead out count as outside.':
    'プロジェクトの中にコピーしてください。外を指すシンボリックリンクも、外とみなします。',
  'Check its permissions.': 'ファイルの権限を確かめてください。',
  '{1} is not a picture, whatever its name says.': '{1} は、名前に反して画像ではありません。',
  '{1} is a {2} picture, which WordPress does not accept.':
    '{1} は {2} 形式の画像で、WordPress が受け付けません。',
  'Save it as PNG, JPEG, GIF, WebP or AVIF.': 'PNG、JPEG、GIF、WebP、AVIF のどれかで保存してください。',
  '{1} has {2} bytes; more than {3} are not read.':
    '{1} は {2} バイトあります。{3} バイトを超えるものは読み込みません。',
  '{1} has {2} bytes; the limit is {3}.': '{1} は {2} バイトあります。上限は {3} バイトです。',
  'Make it smaller.': '小さくしてください。',
  'Save it as JPEG or WebP, or smaller; or raise images.maxBytes in wp.config.json.':
    'JPEG か WebP、またはより小さいサイズで保存するか、wp.config.json の images.maxBytes を大きくしてください。',
  'Paths begin at the article, with a slash at the project folder; mind capital letters and the ending.':
    'パスは記事からの相対パスです。スラッシュで始めると、プロジェクトのフォルダーからになります。大文字と小文字、拡張子に注意してください。',
  'Write paths with "/", also on Windows: ../images/a.png.':
    'パスは Windows でも「/」で書いてください: ../images/a.png。',
  'Save it as JPEG: in Preview (Mac) or Photos (Windows), or by "sips -s format jpeg a.heic --out a.jpg". An iPhone takes JPEG with Settings > Camera > Formats > Most Compatible.':
    'JPEG で保存してください。プレビュー (Mac) やフォト (Windows) を使うか、「sips -s format jpeg a.heic --out a.jpg」を実行します。iPhone は、設定 > カメラ > フォーマット > 互換性優先で JPEG になります。',
  'Write the path of its file between the brackets.': '括弧の中にファイルのパスを書いてください。',
  'Download it into the project, and name its file; it is uploaded once and found again by its bytes.':
    'プロジェクトの中にダウンロードして、そのファイルを指定してください。アップロードは 1 度だけで、以後は中身のバイト列で見分けます。',
  'Did you mean "{1}"? It looks the same, but is another Unicode form: macOS writes names in NFD.':
    '「{1}」ではありませんか? 見た目は同じですが、Unicode の正規化形式が違います。macOS は名前を NFD で書きます。',
  'Did you mean "{1}"? On the site\'s server capital letters count.':
    '「{1}」ではありませんか? サイトのサーバーでは大文字と小文字が区別されます。',
  'A front-matter key that is nearly one of those that are read is written like it.':
    '読み込まれるキーとよく似たフロントマターのキーが、正しく書かれている。',
  'The front-matter key "{1}" is not known.': 'フロントマターのキー「{1}」は使えません。',
  'A key has its own name, not its other one, so that all articles can be searched alike.':
    'キーが別名ではなく正式な名前で書かれ、すべての記事を同じように検索できる。',
  '"{1}" is another name for "{2}".': '「{1}」は「{2}」の別名です。',
  'Write "{1}".': '「{1}」と書いてください。',
  'A value is given once, under its name or under its alias.':
    '値が、名前か別名のどちらかで 1 度だけ指定されている。',
  '"{1}" says again what "{2}" has said.': '「{1}」が「{2}」と同じことを指定しています。',
  'Remove one of the two; "{1}" is the name to keep.':
    'どちらか 1 つを削除してください。残す名前は「{1}」です。',
  'Lists are lists of text, every other value is one text.':
    'リストは文字列のリストで、ほかの値は 1 つの文字列である。',
  '"{1}" holds keys of its own.': '「{1}」の中にさらにキーがあります。',
  '"{1}" is a list, but takes one value.': '「{1}」がリストになっていますが、値は 1 つです。',
  'An item of "{1}" is not text.': '「{1}」の項目に、文字列でないものがあります。',
  'Write one name a line, each as "  - name"; quote a name that holds ": " or begins with a special character.':
    '名前を 1 行に 1 つ、「  - name」の形で書いてください。「: 」を含む名前や、特殊な文字で始まる名前は引用符で囲みます。',
  'Write "{1}: value" with one value; quote it if it holds ": " or begins with a special character.':
    '「{1}: value」のように値を 1 つ書いてください。「: 」を含む値や、特殊な文字で始まる値は引用符で囲みます。',
  'Several categories or tags are a list, and not one text with commas.':
    '複数のカテゴリーやタグが、コンマ区切りの文字列ではなくリストになっている。',
  '"{1}" is one name here, and not {2}.': '「{1}」は {2} 件ではなく、1 つの名前として扱われます。',
  'Write a list: {1}: [{2}]': 'リストで書いてください: {1}: [{2}]',
  'Copy the file into the project, and write its path as seen from the article, such as ../images/a.png.':
    'ファイルをプロジェクトの中にコピーし、../images/a.png のように、記事から見たパスを書いてください。',
  'No link or picture leads to a file of your own computer.':
    'リンクや画像が、手元のコンピューターのファイルを指していない。',
  'This address is of your own computer, where no reader can follow: {1}':
    'このアドレスは手元のコンピューターのもので、読者には開けません: {1}',
  '"{1}" is one of {2}.': '「{1}」が {2} のどれかである。',
  '"{1}" is not a value of "{2}".': '「{1}」は「{2}」の値として使えません。',
  'Use one of {1}.': '{1} のどれかを使ってください。',
  'Every element of raw HTML is closed, and nothing is closed that was not opened.':
    '生の HTML の要素がすべて閉じられ、開いていないものを閉じていない。',
  '</{1}> closes nothing.': '</{1}> に対応する開始タグがありません。',
  'Remove it, or write <{1}> where the element begins; on the page it may close an element of the theme.':
    '削除するか、要素の始まる位置に <{1}> と書いてください。このままでは、ページでテーマの要素を閉じることがあります。',
  'What begins here never ends with "{1}", and readers do not see what follows.':
    'ここから始まるものが「{1}」で閉じられていないため、以降が読者に見えません。',
  'Add "{1}" where it ends.': '終わりの位置に「{1}」を追加してください。',
  '<{1}> is never closed.': '<{1}> が閉じられていません。',
  'Write <{1}></{2}>: in HTML a slash closes nothing.':
    '<{1}></{2}> と書いてください。HTML では、スラッシュを付けても閉じたことになりません。',
  'Add </{1}> where it ends, at the beginning of a line or in a line with the text before it; or write \\<{2}> where it is text.':
    '終わりの位置に </{1}> を追加してください。行頭に置くか、その前の文と同じ行に置きます。ただの文字なら \\<{2}> と書きます。',
  'No comment is left for everybody to read in the source of the page.':
    '誰でもページのソースで読めるコメントが残っていない。',
  'This comment is published: whoever looks at the source of the page reads it.':
    'このコメントは公開されます。ページのソースを見れば誰でも読めます。',
  'Take it out of the article, or turn the rule off where comments are meant for everybody.':
    '記事から削除するか、公開してよいコメントなら、このルールをオフにしてください。',
  'What stands between < and > is an element of HTML, or is written so that readers see it.':
    '< と > に挟まれたものが、HTML の要素か、読者に見えるように書かれた文字である。',
  '{1} is no element of HTML: readers do not see it.': '{1} は HTML の要素ではないため、読者に見えません。',
  'Write it as code, between backticks, or as text, \\{1}.':
    'バッククォートで囲んでコードにするか、文字として \\{1} と書いてください。',
  'Markdown within raw HTML stands between blank lines, or it is shown as it stands.':
    '生の HTML の中の Markdown が空行に挟まれている。そうでなければ、そのまま表示される。',
  '"{1}" is not read as Markdown here, since it stands within raw HTML.':
    '「{1}」は生の HTML の中にあるため、Markdown として読み込まれません。',
  'Put a blank line before it, behind the tag, and one after it, or write it in HTML.':
    'タグの後、その部分の前に空行を 1 つ、後にも 1 つ入れるか、HTML で書いてください。',
  'Raw HTML names no file of the project: it is published as it stands, and the file is not.':
    '生の HTML がプロジェクトのファイルを指していない。HTML はそのまま公開されるが、ファイルは公開されない。',
  'Raw HTML names {1}, which would lead nowhere on the site.':
    '生の HTML が {1} を指していますが、サイトではどこにもつながりません。',
  'Write the link in Markdown, [text]({1}), or give its full address.':
    'リンクを Markdown で [text]({1}) と書くか、完全なアドレスを指定してください。',
  'Write the picture in Markdown, ![text](<{1}>), so that it is uploaded, or give its full address.':
    'アップロードされるように画像を Markdown で ![text](<{1}>) と書くか、完全なアドレスを指定してください。',
  'A title fits into one line of search results: 30 full-width characters or 60 others.':
    'タイトルが検索結果の 1 行に収まる。全角で 30 文字、半角で 60 文字まで。',
  'The title is as wide as {1} letters; search results cut it after about {2}.':
    'タイトルの幅が半角 {1} 文字分あります。検索結果では約 {2} 文字で切られます。',
  'Put what matters first, or shorten it.': '大切なことを先に書くか、短くしてください。',
  'Every article has an excerpt of its own, for lists and search results.':
    'すべての記事に、一覧や検索結果のための抜粋がある。',
  'The article has no excerpt.': '記事に抜粋がありません。',
  'Add "excerpt: ..." with one or two sentences; otherwise the first paragraph stands in for it.':
    '「excerpt: ...」に 1、2 文で書いてください。なければ最初の段落が使われます。',
  "The slug matches the configuration's rule, so that WordPress keeps it as it is.":
    'スラッグが設定のルールに合い、WordPress でそのまま使われる。',
  'The rule {1} does not come to an end with the slug "{2}".':
    'ルール {1} とスラッグ「{2}」の照合が終わりません。',
  'Write "slug.pattern" in wp.config.json without a repetition inside a repetition, such as (a+)+.':
    'wp.config.json の「slug.pattern」は、(a+)+ のような、繰り返しの中の繰り返しを使わずに書いてください。',
  'Choose another "slug:".': '「slug:」を別のものにしてください。',
  'WordPress would keep nothing of it.': 'WordPress では何も残りません。',
  'WordPress would make it "{1}".': 'WordPress では「{1}」になります。',
  'WordPress keeps the slug "{1}" for itself.': 'スラッグ「{1}」は WordPress の予約語です。',
  'WordPress does not keep the slug "{1}" as it is.':
    'スラッグ「{1}」は、WordPress でそのままの形になりません。',
  'The slug "{1}" is more than words in small letters, joined by "-".':
    'スラッグ「{1}」が、小文字の単語を「-」でつないだ形になっていません。',
  'The slug "{1}" breaks the rule {2}.': 'スラッグ「{1}」がルール {2} に合いません。',
  'The slug is longer than {1} bytes; WordPress would cut it.':
    'スラッグが {1} バイトを超えているため、WordPress で切り詰められます。',
  'Shorten it.': '短くしてください。',
  'No two articles share a slug.': '同じスラッグの記事がない。',
  'The slug "{1}" is also that of {2}.': 'スラッグ「{1}」が {2} と重なっています。',
  'Give one of the two another slug; both would be the same page.':
    'どちらかのスラッグを変えてください。このままでは同じページになります。',
  "The slug ends like the article's language.": 'スラッグの末尾が記事の言語と合っている。',
  'The article is in "{1}", but the slug "{2}" does not end in "{3}".':
    '記事の言語は「{1}」ですが、スラッグ「{2}」が「{3}」で終わっていません。',
  'The article is in "{1}", but the slug "{2}" ends like one in "{3}".':
    '記事の言語は「{1}」ですが、スラッグ「{2}」の末尾は「{3}」のものです。',
  'Change the slug or "lang".': 'スラッグか「lang」を変えてください。',
  'A scheduled article says when it appears.': '予約投稿の記事に、公開する日時がある。',
  'The status is "future", but no date says when.':
    'ステータスは「future」ですが、公開する日時がありません。',
  'Add publish_at: "2026-08-15 09:00".': 'publish_at: "2026-08-15 09:00" のように追加してください。',
  "No tag of another program's templates is left in the text, where readers would see it.":
    'ほかのプログラムのテンプレートのタグが、読者に見える本文に残っていない。',
  '"{1}" means nothing to WordPress: readers would see it as it stands.':
    '「{1}」は WordPress では意味を持たず、読者にはそのまま見えます。',
  'Write the address alone in its paragraph.': 'アドレスだけの段落にしてください。',
  'Remove it; a box is ":::note", and an id of a heading {#id}.':
    '削除してください。ボックスは「:::note」、見出しの ID は {#id} と書きます。',
  'Write ![what it shows](the path of the picture).': '![画像の説明](画像のパス) と書いてください。',
  'Write the code between lines of ```.': 'コードを ``` の行で挟んでください。',
  "Write [words](the article's file).": '[言葉](記事のファイル) と書いてください。',
  'Say it in Markdown or remove it; where the tag itself is meant, write it as code, or "{1}".':
    'Markdown で書き直すか、削除してください。タグそのものを見せるなら、コードにするか「{1}」と書きます。',
  'Every category is on the closed list of the configuration.': 'すべてのカテゴリーが、設定の一覧にある。',
  'The category "{1}" is not in wp.config.json.': 'カテゴリー「{1}」が wp.config.json にありません。',
  'A category is written as readers see it, without HTML entities.':
    'カテゴリーが、HTML の文字参照を使わず、読者に見えるとおりに書かれている。',
  'The category "{1}" is written "{2}".': 'カテゴリー「{1}」が「{2}」と書かれています。',
  'A tag that looks like a known tag is spelt like it.':
    '既知のタグとよく似たタグが、同じ表記で書かれている。',
  'The tag "{1}" looks like the known tag "{2}".': 'タグ「{1}」は既知のタグ「{2}」とよく似ています。',
  'Did you mean "{1}"? If not, add "{2}" to "tags" in wp.config.json.':
    '「{1}」ではありませんか? 違う場合は、wp.config.json の「tags」に「{2}」を追加してください。',
  'All articles spell a tag alike: case, width, blanks and hyphens make no other tag.':
    'タグの表記がすべての記事で同じである。大文字と小文字、全角と半角、空白、ハイフンの違いで別のタグにはしない。',
  'The tag "{1}" is "{2}" in {3}.': 'タグ「{1}」は、{3} では「{2}」と書かれています。',
  'Write "{1}": WordPress makes one tag of both, and shows it as it was written first.':
    '「{1}」と書いてください。WordPress では 1 つのタグになり、最初に書かれた形で表示されます。',
  'Did you mean "{1}"? One tag spelt in two ways is two tags on the site.':
    '「{1}」ではありませんか? 表記が違うと、サイトでは別のタグになります。',
  'Names of categories and tags fit the 200 characters that WordPress stores.':
    'カテゴリーとタグの名前が、WordPress に保存できる 200 文字に収まる。',
  'This name is longer than 200 characters.': 'この名前は 200 文字を超えています。',
  'No category or tag is named twice.': '同じカテゴリーやタグが 2 度書かれていない。',
  '"{1}" stands twice in "{2}".': '「{1}」が「{2}」に 2 度書かれています。',
  'Every article has a title.': 'すべての記事にタイトルがある。',
  'The article has no title.': '記事にタイトルがありません。',
  'Add "title: ..." to the front matter.': 'フロントマターに「title: ...」を追加してください。',
  'The title is empty.': 'タイトルが空です。',
  'Write it after "title:"; a title that begins with "#" needs quotes, or YAML takes it for a comment.':
    '「title:」の後に書いてください。「#」で始まるタイトルは、引用符で囲まないと YAML のコメントになります。',
  'An id is the number of a post.': 'ID が投稿の番号である。',
  '"{1}" is not the id of a post.': '「{1}」は投稿の ID ではありません。',
  'Use the number in the address of the post\'s edit screen: post=549 means "id: 549".':
    '投稿の編集画面のアドレスにある番号を使ってください。post=549 なら「id: 549」です。',
  'No two articles share an id.': '同じ ID の記事がない。',
  'The id {1} is also that of {2}.': 'ID {1} が {2} と重なっています。',
  'Remove it from one of the two; both would be the same post.':
    'どちらかから削除してください。このままでは同じ投稿になります。',
  'A language is a BCP 47 tag such as "ja" or "en".': '言語が「ja」や「en」のような BCP 47 のタグである。',
  '"{1}" is not a language.': '「{1}」は言語ではありません。',
  'Write "ja" for Japanese, "en" for English.': '日本語は「ja」、英語は「en」と書いてください。',
} as const satisfies Catalogue
