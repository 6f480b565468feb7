import type { SettingsWords } from '../../en/desk/settings'

export const settings: SettingsWords = {
  title: '設定',
  onlyAdmins: 'この設定を変更できるのは管理者だけです。',
  save: '設定を保存',
  saved: '保存しました。すぐに有効です。',
  groups: {
    who: 'コメントできる人と期間',
    form: '投稿フォーム',
    threads: 'スレッド',
    waits: '編集者の承認が必要な人',
    floods: '集中投稿',
    mails: 'メール',
  },
  fields: {
    commenting: {
      label: 'コメント',
      choices: { everyone: '誰でもコメントできる', nobody: 'どの章にも誰もコメントできない' },
    },
    closeAfterDays: { label: '章のコメントを締め切るまでの日数', hint: '0：締め切らない' },
    editMinutes: {
      label: '投稿者が本文を変更できる時間（分）',
      hint: 'その後に変更すると、公開済みのコメントも再び承認待ちになります。0：変更できない',
    },
    nameAndEmailRequired: { label: '名前とメールアドレスを必須にする' },
    websiteField: { label: 'ウェブサイトの欄を設ける' },
    consentBox: {
      label: '名前・メールアドレス・ウェブサイトの保存を選べるようにする',
      hint: '読者自身のブラウザーにだけ保存されます。',
    },
    threadDepth: { label: '返信の階層の深さ', hint: '1：返信なし' },
    order: { label: '並び順', choices: { 'oldest first': '古い順', 'newest first': '新しい順' } },
    pageSize: { label: '1ページのコメント数' },
    firstPage: {
      label: '章の下に表示するページ',
      choices: { oldest: '最初のページ', newest: '最新のページ' },
    },
    avatars: {
      label: '名前の横の画像',
      hint: '名前からこのサイトで作ります。外部からは何も取得しません。',
      choices: { initials: '頭文字', pattern: '模様', none: 'なし' },
    },
    hold: {
      label: 'コメントが表示される前に',
      hint: 'スパム、語の一覧に当てはまるもの、集中投稿、スタッフに似た名前は、いずれの場合も承認待ちになります。',
      choices: {
        everybody: 'すべてのコメントが承認を待つ',
        'first-timers': '同じ名前とメールアドレスで承認されたことのない人のコメントが待つ',
        nobody: '誰も待たない',
      },
    },
    linksToHold: { label: '承認待ちにするリンクの数', hint: '0：いくつあってもよい' },
    gapSeconds: {
      label: '次のコメントまでの秒数',
      hint: '一つのアドレスから。同じメールアドレスで複数のアドレスから来たものは承認待ちになります。0：間隔なし',
    },
    mostInTenMinutes: {
      label: '10分間のコメント数',
      hint: '一つのアドレスから。同じメールアドレスで複数のアドレスから来たものは、それを超えると承認待ちになります。',
    },
    chapterHoldsAt: { label: '一つの章で1分間に（超えた分は承認待ち）' },
    siteHoldsAt: { label: 'サイト全体で1分間に（超えた分は承認待ち）' },
    siteRefusesAt: { label: 'サイト全体で1分間に（超えた分は拒否）' },
    noticesTo: {
      label: 'コメントの知らせを受ける人',
      choices: {
        nobody: '誰にも知らせない',
        writer: '章を書いた人',
        admins: '管理者',
        'admins and writer': '管理者と章を書いた人',
        'all staff': '管理者と編集者',
      },
    },
    noticesOf: {
      label: '知らせるコメント',
      hint: 'スパムは知らせません。一つのコメントにつき一人一回、公開後に変更されたときはもう一回です。',
      choices: {
        'what waits': '承認を待つコメント',
        'every comment': 'すぐに公開されるコメントも',
      },
    },
    mailsToCommenters: {
      label: '投稿者がメールの知らせを希望できる',
      hint: '公開されたときと返信があったとき。先にメールアドレスを確認します。',
    },
  },
  closed: {
    title: 'コメントを締め切った章',
    find: '章',
    findHint: '章のタイトルか連載の名前の語。下から選んでください。',
    noneFits: '当てはまる章はありません。',
    found: '当てはまる章',
    none: '個別に締め切った章はありません。',
    closed: '締め切った章',
    more: '新しい順に{count, number}件です。ほかにも締め切った章があります。受付を再開するには上で検索してください。',
    open: '受付を再開',
    close: 'コメントを締め切る',
    opened: '受付を再開しました。',
    hasClosed: '締め切りました。',
  },
}
