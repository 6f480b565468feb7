import type { LetterWords } from './en'

export const ja: LetterWords = {
  hello: 'こんにちは。',
  confirmSubject: 'メールアドレスをご確認ください',
  confirmWhy:
    'このメールアドレスで「{chapter}」にコメントを書いた人が、その後の知らせを希望しました。ご本人であれば、アドレスを確認してください。',
  confirmLink: 'はい、メールで知らせてください',
  confirmNot: '心当たりがない場合は、何もなさらないでください。今後このメールは届きません。',
  statusLink: 'コメントを見る・直す・取り下げる',
  approvedSubject: '「{chapter}」へのコメントが公開されました',
  approvedWhy: '「{chapter}」へのあなたのコメントが公開されました。',
  approvedLink: '公開されたページを見る',
  replySubject: '「{chapter}」へのコメントに{name}さんから返信がありました',
  replyWhy: '「{chapter}」へのあなたのコメントに、{name}さんから返信がありました。',
  replyLink: '返信のページを見る',
  moderateSubject: '承認をお願いします：「{chapter}」',
  moderateWhy: '「{chapter}」への新しいコメントが承認を待っています。',
  author: '名前：{name}',
  email: 'メールアドレス：{email}',
  website: 'ウェブサイト：{url}',
  address: 'アドレス：{ip}',
  inReplyTo: '返信先：{name}さん',
  waiting: '{count, plural, other {#件のコメントが承認を待っています。}}',
  queueLink: '承認待ちの一覧を開く',
  stop: 'このコメントについてのメールを止める',
}
