import type { FrameWords } from '../../en/desk/frame'

export const frame: FrameWords = {
  site: 'Chapterhouse',
  title: 'Chapterhouse 編集室',
  skip: '本文へ移動',
  nav: '編集室',
  places: {
    overview: '概要',
    queue: 'コメント',
    spam: 'スパム',
    chapters: '章',
    settings: '設定',
    people: 'スタッフ',
    audit: '監査記録',
    account: 'アカウント',
  },
  pending: '件が承認待ち',
  person: '{name}（{role}）',
  roles: { writer: '執筆者', editor: '編集者', admin: '管理者' },
  signOut: 'サインアウト',
  signOutHint: 'このセッションを終了します。ほかのセッションは続きます',
  anonymous: '匿名',
  pages: 'ページ',
  firstPage: '最初のページ',
  nextPage: '次のページ',
  find: '検索',
  palette: {
    title: 'コマンド',
    hint: 'コマンド（Ctrl または Cmd + K）',
    type: 'コマンドや行き先を入力',
    nothing: '該当するものがありません。',
    comment: 'このコメント',
    views: 'コメントの一覧',
    places: '移動',
  },
  proxy: {
    title: 'すべての読者が一人に見えているおそれがあります',
    what: 'この接続はプロキシを経由していますが、TRUSTED_HOPSが0のため、サイトはプロキシのアドレスを全員のアドレスとして扱います。その場合、コメントの制限を読者全員が分け合い、一人の間違いでほかの人まで待たされます。',
    // prettier-ignore
    then: 'プロキシがこのサイトのものであれば、TRUSTED_HOPSにプロキシの数（一つなら1）を設定し、サイトを再起動してください。今お使いのネットワークのプロキシであれば、問題ありません。',
  },
  broken: {
    title: 'このページを表示できませんでした',
    text: '必要なデータを読み込めませんでした。しばらくすると元に戻るかもしれません。',
    again: '再試行',
  },
  forbidden: {
    title: 'このページを見る権限がありません',
    text: 'あなたの権限では、このページの操作はできません。必要な場合は管理者に頼んでください。',
  },
  missing: {
    title: '見つかりません',
    chapter: 'この章はここにありません。初めからなかったか、誰かが削除しました。',
    page: 'このページはここにありません。初めからなかったか、内容が削除されました。',
    chapters: 'すべての章',
    overview: '概要へ',
  },
}
