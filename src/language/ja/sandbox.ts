import type { Catalogue } from '../catalogue.ts'

export const sandbox = {
  'No site is configured, and the embedded WordPress is not installed.':
    'サイトが設定されておらず、内蔵の WordPress もインストールされていません。',
  'Set WP_URL, WP_USERNAME and WP_APP_PASSWORD to publish to your site, or run "{1}" to get the embedded WordPress.':
    '自分のサイトに公開するには、WP_URL、WP_USERNAME、WP_APP_PASSWORD を設定してください。内蔵の WordPress を使うには、「{1}」を実行してください。',
  '{1} was not made by you on this machine, so the embedded WordPress does not start from it.':
    '{1} は、このマシンの現在のユーザーが作成したものではないため、内蔵の WordPress はそこから起動しません。',
  'To start afresh, without the posts in it: {1}': 'その中の投稿を捨てて、最初から始めるには: {1}',
  'Waiting for another run to finish with the embedded WordPress':
    '内蔵の WordPress を使っているほかの実行の終了を待機中',
  'Unpacking WordPress': 'WordPress を展開中',
  'Starting WordPress': 'WordPress を起動中',
} as const satisfies Catalogue
