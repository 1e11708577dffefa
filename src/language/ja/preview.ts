import type { Catalogue } from '../catalogue.ts'

export const preview = {
  Preview: 'プレビュー',
  'All articles': '記事一覧',
  'About the article': 'この記事について',
  'Side by side': '並べて表示',
  'Language shown': '表示する言語',
  'This article cannot be published yet.': 'この記事はまだ公開できません。',
  '{1} has errors. Mend them, and the article appears here.':
    '{1} にエラーがあります。直すと、ここに記事が表示されます。',
  'The page shows the last version that could be shown.': 'このページには、最後に表示できた版が出ています。',
  'Draft preview. It goes to the site as a draft, which readers do not see.':
    '下書きのプレビューです。サイトには下書きとして送られ、読者には見えません。',
  'Draft preview. It goes to the site for review, and readers do not see it.':
    '下書きのプレビューです。サイトにはレビュー待ちとして送られ、読者には見えません。',
  'Draft preview. On the site only its editors will see it.':
    '下書きのプレビューです。サイトでは、編集者だけが見られます。',
  'Draft preview. Scheduled: readers see it from its date on.':
    '下書きのプレビューです。予約投稿なので、読者には指定の日時から見えます。',
  'Draft preview. Publishing shows it to readers.':
    '下書きのプレビューです。公開すると、読者に見えるようになります。',
  'Draft preview. Publishing shows it to readers, from its date on.':
    '下書きのプレビューです。公開すると、指定の日時から読者に見えるようになります。',
  'In search results': '検索結果での見え方',
  '(no excerpt)': '(抜粋なし)',
  'When shared': '共有したときの見え方',
  'No featured image': 'アイキャッチ画像なし',
  'A picture of the media library': 'メディアライブラリの画像',
  'Featured image:': 'アイキャッチ画像:',
  Contents: '目次',
  Article: '記事',
  Status: '状態',
  Date: '日時',
  Permalink: 'パーマリンク',
  Slug: 'スラッグ',
  File: 'ファイル',
  Language: '言語',
  Categories: 'カテゴリー',
  Tags: 'タグ',
  Author: '投稿者',
  Length: '長さ',
  '{1} characters, {2} min to read': '{1} 文字、読むのに約 {2} 分',
  '{1} words, {2} characters, {3} min to read': '{1} 語、{2} 文字、読むのに約 {3} 分',
  'Links to': 'リンク先',
  'Linked from': 'リンク元',
  '{1} is not there': '{1} がありません',
  '{1} more': 'ほかに{1}',
  Problems: '問題',
  Error: 'エラー',
  Warning: '警告',
  'Draft preview. Readers see none of this until it is published.':
    '下書きのプレビューです。公開するまで、読者には見えません。',
  'Draft preview. With each title stands what the site has of it now, and how that differs from here.':
    '下書きのプレビューです。各タイトルの状態の欄に、サイトの今の状態と、ここにある記事との違いを示します。',
  'Draft preview. Publishing holds it back until its problems are mended.':
    '下書きのプレビューです。問題を直すまで、公開は保留されます。',
  'Draft preview. Publishing holds it back; the list of all articles says why.':
    '下書きのプレビューです。公開は保留されます。理由は記事一覧にあります。',
  'Draft preview. Readers see what was published before, until this is published.':
    '下書きのプレビューです。公開するまで、読者には前に公開した版が見えます。',
  'Readers see it as it was edited on the site, not as it is here.':
    '読者には、ここの版ではなく、サイト側で編集された版が見えています。',
  'Readers see it on the site as it is here.': 'サイトの読者に、このとおりに見えています。',
  'Scheduled on the site: readers see it from its date on.':
    'サイトで予約済みです。読者には指定の日時から見えます。',
  'Draft preview of {1}': '{1} の下書きのプレビュー',
  'Search titles, slugs, tags': 'タイトル、スラッグ、タグを検索',
  'Search the articles': '記事を検索',
  'with problems': '問題のあるもの',
  'by series': '連載ごと',
  'Sort by': '並べ替え',
  'reading order': '読む順',
  'title, ascending': 'タイトルの昇順',
  'title, descending': 'タイトルの降順',
  'status, ascending': '状態の昇順',
  'status, descending': '状態の降順',
  'newest first': '新しい順',
  'oldest first': '古い順',
  'errors first': 'エラーを先に',
  'warnings first': '警告を先に',
  'In no series': '連載以外',
  'also in {1}': '{1}にも所属',
  Picture: '画像',
  live: '公開中',
  'scheduled on the site': '予約済み',
  'draft on the site': 'サイトでは下書き',
  'pending on the site': 'サイトではレビュー待ち',
  'private on the site': 'サイトでは非公開',
  'in the trash': 'ゴミ箱の中',
  new: '新規',
  'changed here': 'ここで変更',
  'changed there': 'サイト側で編集',
  '{1}: all': '{1}: すべて',
  '{1} of {2}': '{2} 件中 {1} 件',
  'Date ({1})': '日時 ({1})',
  Series: '連載',
  'Publishing would': '公開すると',
  'Links within the series': '連載の中のリンク',
  '{1} (missing)': '{1} (なし)',
  'A line for each article in reading order; its squares say which of the others it links to.':
    '読む順に、1 行が 1 記事です。並んだ四角が、ほかのどの記事にリンクしているかを示します。',
  'Both link to each other': '互いにリンクしている',
  'Only this one links': 'この記事からだけリンクしている',
  'A link is missing or broken': 'リンクがないか、切れている',
  'Missing links: {1}': '足りないリンク: {1} 本',
  'Missing links to: {1}': 'リンクのない相手: {1}',
  'Missing articles: {1}': '足りない記事: {1} 件',
  'One-way links: {1}': '片方だけのリンク: {1} 本',
  'Every article links to every other.': 'どの記事も、ほかのすべての記事にリンクしています。',
  'Nothing is missing.': '足りないものはありません。',
  'Who links to whom: {1} links missing or broken, {2} in one direction, {3} articles missing':
    '記事どうしのリンク。ないか切れているもの {1} 本、片方だけのもの {2} 本、ない記事 {3} 件',
  '{1} more, on the pages of the articles': 'ほかに {1} 件。それぞれの記事のページにあります',
  '{1}: {2}': '{1}: {2}',
  'There is no such article': 'この記事はありません',
  '{1} may have been renamed or removed.': '{1} は、名前が変わったか、削除されたのかもしれません。',
  'wp.config.json names other plugins now, which do not run in this preview.':
    'wp.config.json のプラグインが変わりました。このプレビューでは動きません。',
  'Look at them; then answer the question in the terminal, or start the preview again.':
    'プラグインの中身を確かめてから、ターミナルの質問に答えるか、プレビューを起動し直してください。',
  'A plugin of the project threw this, or it is a bug in Rensai. The page is as it was before.':
    'プロジェクトのプラグインが投げたエラーか、Rensai のバグです。ページは以前のままです。',
  'The live preview needs Vite, which is not installed.':
    'ライブプレビューには Vite が必要ですが、インストールされていません。',
  'Run "{1}" to get it, or build a static preview without "--serve".':
    '「{1}」でインストールするか、「--serve」なしで静的なプレビューを作ってください。',
  'Preview: {1}': 'プレビュー: {1}',
  'Ctrl+C stops it.': 'Ctrl+C で停止します。',
  'wp.config.json names no plugins now. Plugins are programs. Run them?':
    'wp.config.json のプラグインがなくなりました。プラグインはプログラムです。実行しますか?',
  'wp.config.json names the plugins {1} now. Plugins are programs. Run them?':
    'wp.config.json のプラグインが {1} に変わりました。プラグインはプログラムです。実行しますか?',
  'preview: {1}': 'プレビュー: {1}',
  'editor:  {1}': 'エディター: {1}',
  'WordPress shows drafts only to those who log in, once: {1}':
    'WordPress は、一度ログインした人にだけ下書きを見せます: {1}',
  'Nothing is planned while the configuration has an error: publishing would send nothing.':
    '設定にエラーがある間は計画しません。公開しても何も送りません。',
  'Open {1}': '{1} を開いてください',
  'There is no style sheet at {1}.': '{1} にスタイルシートがありません。',
  'Copy the style sheet of your theme into the project, and name that file in preview.stylesheet.':
    'テーマのスタイルシートをプロジェクトにコピーし、そのファイルを preview.stylesheet に指定してください。',
} as const satisfies Catalogue
