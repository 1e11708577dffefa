import type { Catalogue } from '../catalogue.ts'

export const files = {
  '{1} cannot be written: {2}.': '{1} に書き込めません: {2}。',
  '{1} cannot be replaced: {2}.': '{1} を置き換えられません: {2}。',
  '{1} cannot be removed: {2}.': '{1} を削除できません: {2}。',

  // Why.
  '{1} is not a folder': '{1} がフォルダーではありません',
  'Move it away: a folder is needed in its place.':
    'そこにはフォルダーが必要です。別の場所に移してください。',
  '{1} is a symbolic link': '{1} がシンボリックリンクです',
  'Nothing is written through a link, which may lead out of the project: put what it leads to in its place.':
    'リンクはプロジェクトの外を指すことがあるため、リンク先には書き込みません。リンクの代わりに、リンク先の実体を置いてください。',
  'that is no name inside the project': 'プロジェクト内の名前ではありません',
  'Rensai writes inside the folder of wp.config.json alone. Give it another name, or move it there.':
    'Rensai は wp.config.json のあるフォルダーの中だけに書き込みます。別の名前にするか、その中に移してください。',
  'it is not a folder': 'フォルダーではありません',
  'it is not a file': 'ファイルではありません',
  'Move it away.': '別の場所に移してください。',
  'Move it away, or name another file.': '別の場所に移すか、ほかのファイルを指定してください。',
  'it is too large': '大きすぎます',
  'it is a symbolic link': 'シンボリックリンクです',
  'Nothing is read through a link here, which may lead to a file of somebody else: put the file in its place.':
    'リンクは他人のファイルを指すことがあるため、ここではリンク先を読み込みません。リンクの代わりに、ファイルそのものを置いてください。',
  '{1}, of which it holds a copy, is gone': 'コピー元の {1} がなくなりました',
  'you have no permission to write there': '書き込む権限がありません',
  'Change the permissions of the file and of its folder, or run the command as their owner.':
    'ファイルとフォルダーの権限を変えるか、所有者のユーザーで実行してください。',
  'you have no permission to read it': '読み取る権限がありません',
  'Change its permissions, or run the command as its owner.':
    'ファイルの権限を変えるか、所有者のユーザーで実行してください。',
  'the disk can only be read': 'ディスクが読み取り専用です',
  'Work on a copy of the project on another disk.':
    'プロジェクトを別のディスクにコピーして作業してください。',
  'the disk is full': 'ディスクの空き容量がありません',
  'Make room, then run the command again.': '空き容量を増やしてから、もう一度実行してください。',
  'your share of the disk is full': 'ディスクの割り当て容量を使い切っています',
  'it is larger than a file may be here': 'ここで許されるファイルの大きさを超えています',
  'Raise the limit (ulimit -f), or work on another disk.':
    '上限 (ulimit -f) を上げるか、別のディスクで作業してください。',
  'its folder does not exist': 'フォルダーがありません',
  'Make the folder, or name another one.': 'フォルダーを作るか、別のフォルダーを指定してください。',
  'its folder is none': 'フォルダーの場所に、フォルダーではないものがあります',
  'Move away what is in its place, or name another one.':
    'そこにあるものを別の場所に移すか、別のフォルダーを指定してください。',
  'its name is too long': '名前が長すぎます',
  'Give it a shorter name.': '名前を短くしてください。',
  'another program uses it': '別のプログラムが使用中です',
  'Close that program, then run the command again.': 'そのプログラムを閉じてから、もう一度実行してください。',
  'the operating system says {1}': 'OS が {1} を返しました',
  'Look at the disk and at the folder, then run the command again.':
    'ディスクとフォルダーを確認してから、もう一度実行してください。',

  // The key of the machine.
  'The key of this machine cannot be kept in {1}: {2}.': 'このマシンの鍵を {1} に保存できません: {2}。',
  'Let XDG_CACHE_HOME (on Windows LOCALAPPDATA) name a folder outside the project that only you can write to.':
    'XDG_CACHE_HOME (Windows では LOCALAPPDATA) に、プロジェクトの外にあり、自分だけが書き込めるフォルダーを設定してください。',
  'it lies inside the project': 'プロジェクトの中にあります',
  'it is not yours alone': 'ほかのユーザーも読み書きできます',
  'it holds something else; remove it': '中身が鍵ではありません。削除してください',
  'it is gone again': '作成した直後になくなりました',

  // Files that are not UTF-8.
  '{1} {2}.': '{1} は{2}。',
  'is not valid UTF-8': '正しい UTF-8 ではありません',
  'Mend or remove the broken characters, and save it as UTF-8.':
    '壊れた文字を直すか削除して、UTF-8 で保存してください。',
  'is not UTF-8, but {1}': '文字コードが UTF-8 ではなく {1} です',
  'Save it as UTF-8: in VS Code by "Reopen with Encoding" and "Save with Encoding", in a terminal by iconv -f {1} -t UTF-8.':
    'UTF-8 で保存し直してください。VS Code では「エンコード付きで再度開く」と「エンコード付きで保存」、端末では iconv -f {1} -t UTF-8 を使います。',
} as const satisfies Catalogue
