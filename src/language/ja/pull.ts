import type { Catalogue } from '../catalogue.ts'

export const pull = {
  'Give the slug as it stands in the address of the post, or --all for every post.':
    '投稿のアドレスにあるとおりのスラッグを指定するか、すべての投稿なら --all を付けてください。',
  'no article is read at {1}, where a link is in its place or the name is hidden or ignored':
    '{1} は記事として読み込まれません。リンクになっているか、隠しファイルまたは無視される名前です',
  '{1} would have an error: {2}': '{1} がエラーになります: {2}',
  'check would refuse it: {1}': 'check でエラーになります: {1}',
  'check would refuse it: {1} ({2})': 'check でエラーになります: {1} ({2})',
  'read again, the file would not say the same': 'ファイルに書いて読み直すと、同じ内容になりません',
  'the file cannot say all that the site has': 'サイトにある内容のすべてはファイルに書き表せません',
  'its file would have the name of {1}': 'ファイル名が {1} と重なります',
  'the post is in the trash of the site. Restore it in wp-admin, publish it again with --overwrite, or remove the file':
    '投稿がサイトのゴミ箱にあります。管理画面で復元するか、--overwrite を付けて公開し直すか、ファイルを削除してください',
  'it has notes that Markdown cannot hold: one that nothing refers to, one with more than text, one with a shortcode, or a reference inside a block that is kept as markup. Mend the note in wp-admin, then pull again':
    'Markdown で書き表せない脚注があります。どこからも参照されない脚注、文章以外を含む脚注、ショートコードを含む脚注、またはマークアップのまま残すブロックの中からの参照です。管理画面で脚注を直してから、もう一度取り込んでください',
  'the file has an error. Mend it, then pull again':
    'ファイルにエラーがあります。直してから、もう一度取り込んでください',
  'the front matter is written in a way that cannot be edited piece by piece. Write each key on a line of its own, then pull again':
    'フロントマターが、項目ごとに編集できない書き方になっています。キーを 1 行に 1 つずつ書いてから、もう一度取り込んでください',
  'its content is too large or nested too deep for an article. Shorten it in wp-admin, or leave it there':
    '本文が大きすぎるか、入れ子が深すぎて、記事にできません。管理画面で短くするか、サイトに置いたままにしてください',
  'the file is not valid UTF-8': 'ファイルが正しい UTF-8 ではありません',
  'the file was changed while the site was read. Pull again':
    'サイトを読み込んでいる間にファイルが変更されました。もう一度取り込んでください',
  '{1} would hold {2}, which is no character': '{1} に、文字ではない {2} が入ってしまいます',
} as const satisfies Catalogue
