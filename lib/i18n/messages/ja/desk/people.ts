import type { PeopleWords } from '../../en/desk/people'

export const people: PeopleWords = {
  title: 'スタッフ',
  staff: 'スタッフ一覧',
  you: 'あなた',
  roles: { editor: '編集者', admin: '管理者' },
  disabled: '無効',
  noPassword: 'パスワード未設定',
  disabledSince: '{time}から無効',
  linkUntil: 'リンクの期限：{time}',
  deeds: {
    'make admin': '管理者にする<hidden>（{name}）</hidden>',
    'make editor': '編集者にする<hidden>（{name}）</hidden>',
    link: '新しいリンク<hidden>（{name}）</hidden>',
    disable: '無効にする<hidden>（{name}）</hidden>',
    enable: '有効にする<hidden>（{name}）</hidden>',
  },
  happened: {
    add: '{name}さんを追加しました。',
    link: '{name}さんの新しいリンクを作りました。',
    'make admin': '{name}さんを管理者にしました。',
    'make editor': '{name}さんを編集者にしました。',
    disable: '{name}さんを無効にしました。セッションは終了し、サインインできません。',
    enable: '{name}さんは再びサインインできます。',
  },
  add: {
    title: 'スタッフを追加',
    intro: '本人に送るリンクが作られます。一週間以内に一度だけ使え、そこで本人がパスワードを設定します。',
    name: '名前',
    email: 'メールアドレス',
    role: '権限',
    roleHint: '編集者はコメントの承認と執筆を行います。管理者はさらに公開とスタッフの管理を行います。',
    button: '追加',
  },
  link: {
    title: 'このリンクを本人に送ってください。二度は表示されません',
    text: 'このリンクで{name}さんがパスワードを設定します。{time}まで、一度だけ使えます。ほかの人の手に渡ると、その人にも使えてしまいます。',
    label: '{name}さんのリンク',
    copy: 'コピー',
    copied: 'コピーしました。',
    copyYourself: '選択された文字をコピーしてください。',
  },
  notAllowed: {
    title: 'このページを見る権限がありません',
    text: 'スタッフを管理できるのは管理者だけです。追加や変更が必要なときは、管理者に頼んでください。',
  },
}
