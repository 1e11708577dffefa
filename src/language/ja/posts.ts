import type { Catalogue } from '../catalogue.ts'

export const posts = {
  'The folder of the articles, {1}, lies outside the project.':
    '記事のフォルダー {1} がプロジェクトの外にあります。',
  'The folder of the articles, {1}, leads through a symbolic link, {2}.':
    '記事のフォルダー {1} は、シンボリックリンク {2} を経由しています。',
  'Put the articles into a folder beside {1}, and name it as "posts".':
    '記事を {1} と同じ場所にあるフォルダーに入れ、その名前を「posts」に指定してください。',
  'There are no articles: {1}/ holds no file that ends in ".md", but {2}.':
    '記事がありません。{1}/ には「.md」で終わるファイルがなく、あるのは {2} です。',
  'There are no articles: {1}/ holds no .md file.': '記事がありません。{1}/ に .md ファイルがありません。',
  'There are no articles: {1}/ holds none that "ignore" does not leave out.':
    '記事がありません。{1}/ のファイルは、すべて「ignore」で除外されています。',
  'Put articles into {1}/, or set "posts" in {2}.':
    '記事を {1}/ に入れるか、{2} の「posts」を設定してください。',
  '"ignore" in wp.config.json': 'wp.config.json の「ignore」',
  'A long address is used by its label too often.': '長いアドレスが、ラベルで何度も参照されすぎています。',
  'Shorten the address.': 'アドレスを短くしてください。',
  'The tables have too many cells.': '表のセルが多すぎます。',
  'Split the table, or take columns out.': '表を分けるか、列を減らしてください。',
  'The list of the sections stands in the article too often.': '目次が記事の中に多すぎます。',
  'Write [[toc]] once, where readers look for it.':
    '[[toc]] は、読者が目次を探す場所に 1 度だけ書いてください。',
  'The front matter does not begin on the first line, so it would be published as text.':
    'フロントマターが 1 行目から始まっていないため、本文として公開されてしまいます。',
  'Remove the blank lines and spaces before the first "---".':
    '最初の「---」より前の空行と空白を削除してください。',
  'Front matter in "{1}" is not read: only YAML is, so that no article can run code.':
    '「{1}」のフロントマターは読み込みません。記事がコードを実行できないように、YAML だけを読み込みます。',
  'Write plain "---" and YAML keys.': '「---」だけの行と、YAML のキーで書いてください。',
  'The front matter is never closed.': 'フロントマターが閉じられていません。',
  'Add a line that holds only "---" after the last key.':
    '最後のキーの次に、「---」だけの行を追加してください。',
  'This line begins like the end of the front matter, but holds more than "---".':
    'この行はフロントマターの終わりのように始まりますが、「---」のほかにも文字があります。',
  'Leave only "---" on the line that ends the front matter.':
    'フロントマターを終える行は、「---」だけにしてください。',
  'Front matter in {1} is not read: only YAML is.':
    '{1} のフロントマターは読み込みません。読み込むのは YAML だけです。',
  'Write a line "---", then "key: value" lines, then another line "---".':
    '「---」の行、「key: value」の行、もう一度「---」の行の順に書いてください。',
  'The line "---" above the front matter is missing.': 'フロントマターの上に「---」の行がありません。',
  'Put a line "---" above "{1}", and another one below the last key.':
    '「{1}」の上と最後のキーの下に、「---」の行を追加してください。',
  'The article has no front matter.': '記事にフロントマターがありません。',
  'Begin the file with a line "---", then "title: ..." and the other keys, then another line "---".':
    'ファイルの先頭に「---」の行を置き、「title: ...」などのキーを書いて、もう一度「---」の行を置いてください。',
  'The front matter is longer than {1} characters.': 'フロントマターが {1} 文字を超えています。',
  'Put what is text below the front matter, and shorten its lists.':
    '本文にあたるものはフロントマターの下に移し、リストを短くしてください。',
  'Lists and keys of the front matter lie in each other too deep to be read.':
    'フロントマターのリストとキーの入れ子が深すぎて、読み込めません。',
  'Write one "key: value" a line, lists as "  - item".':
    '「key: value」を 1 行に 1 つ、リストは「  - item」の形で書いてください。',
  'Close each box with a line ":::".': 'ボックスはそれぞれ「:::」の行で閉じてください。',
  'More than {1} lines begin with a colon, as what a term means does.':
    '用語の説明のようにコロンで始まる行が、{1} 行を超えています。',
  'Split the article, or write the list as a table.': '記事を分けるか、リストを表にしてください。',
  'Close each element of raw HTML, such as <b> or <div>, with its end tag.':
    '<b> や <div> など、生の HTML の要素はそれぞれ終了タグで閉じてください。',
  'Look for a line that begins with very many ">" or "-", and write it otherwise.':
    '「>」や「-」がいくつも続く行を探して、書き直してください。',
  'Quotes, lists, boxes or elements lie in each other too deep to be read.':
    '引用、リスト、ボックス、要素の入れ子が深すぎて、読み込めません。',
  'The article is larger than {1} bytes.': '記事が {1} バイトを超えています。',
  'Split it into several articles, and show pictures by their files.':
    '複数の記事に分け、画像はファイルで指定してください。',
  'The article {1}.': '記事は{1}。',
  'One paragraph has more than {1} of the signs * _ ~ ].':
    '1 つの段落に * _ ~ ] の記号が {1} 個を超えています。',
  'Put what is code into a fence, or part the paragraph with blank lines.':
    'コードであればコードブロックに入れ、そうでなければ空行で段落を分けてください。',
  'The article takes too long to be read.': '記事の読み込みに時間がかかりすぎます。',
  'Look for a sign that is repeated very often, and remove it; or split the article.':
    '何度も繰り返されている記号を探して削除するか、記事を分けてください。',
  'two of its edits touch the same place': '2 つの修正箇所が重なっています',
  'its front matter would not be readable afterwards': '修正するとフロントマターが読み込めなくなります',
  'it is not valid UTF-8': '正しい UTF-8 ではありません',
  'it was changed while it was checked': '確認している間にファイルが変更されました',
  'The colon behind "{1}" is a full-width one.': '「{1}」の後のコロンが全角です。',
  'Write it with an ordinary colon and a blank: {1}: {2}': '半角のコロンと空白で書いてください: {1}: {2}',
  'The blank behind "{1}:" is not an ordinary one.': '「{1}:」の後の空白が、ふつうの空白ではありません。',
  'Delete it and type one again: {1}: {2}': '削除して入力し直してください: {1}: {2}',
  'There is no blank behind "{1}:".': '「{1}:」の後に空白がありません。',
  'Write a blank behind the colon: {1}: {2}': 'コロンの後に空白を入れてください: {1}: {2}',
  'There is no blank behind the "-" of a list.': 'リストの「-」の後に空白がありません。',
  '"{1}" does not begin an item of a list.': '「{1}」では、リストの項目が始まりません。',
  'Write an ordinary "-" and a blank: "  - {1}"': '半角の「-」と空白で書いてください: 「  - {1}」',
  'An item of a list that begins with "{1}" needs quotes.':
    '「{1}」で始まるリストの項目は、引用符が必要です。',
  'Put quotes around it: - "{1}"': '引用符で囲んでください: - "{1}"',
  'This key does not begin at the edge, as the others do.':
    'このキーは、ほかのキーのように行頭から始まっていません。',
  'Remove the blanks before it: {1}': '前の空白を削除してください: {1}',
  'Put quotes around the value: {1}: {2}': '値を引用符で囲んでください: {1}: {2}',
  'The key "{1}" stands here a second time.': 'キー「{1}」がここで 2 度目です。',
  'Remove one of the two; only one value can be meant.':
    'どちらか 1 つを削除してください。値は 1 つしか使えません。',
  'The front matter holds text, not keys and values.':
    'フロントマターが、キーと値ではなく文章になっています。',
  'Begin it with "title: ..."; where the line "---" was meant as a rule, write "***" and put front matter before it.':
    '「title: ...」で始めてください。「---」の行が区切り線のつもりなら「***」と書き、その前にフロントマターを置きます。',
  'YAML does not allow a tab for indentation.': 'YAML では、インデントにタブは使えません。',
  'Indent with blanks.': '空白でインデントしてください。',
  'A quotation mark or bracket is never closed.': '引用符か括弧が閉じられていません。',
  'Close it, or quote the whole value.': '閉じるか、値全体を引用符で囲んでください。',
  'A value with ": " in it needs quotes.': '「: 」を含む値は引用符が必要です。',
  'This is not valid YAML.': '正しい YAML ではありません。',
  'This is not valid YAML: the value begins with or holds a special character.':
    '正しい YAML ではありません。値が特殊な文字で始まるか、特殊な文字を含んでいます。',
} as const satisfies Catalogue
