import type { MailWords } from '../en/mail'

export const ja: MailWords = {
  hello: 'こんにちは。',
  confirmSubject: 'メールアドレスをご確認ください',
  confirmWhy:
    'このメールアドレスで「{chapter}」にコメントを書いた人が、その後の知らせを希望しました。ご本人であれば、アドレスを確認してください。',
  confirmLink: 'はい、メールで知らせてください',
  confirmMay: '許可されるのは、このコメントについてのメールだけです。',
  confirmStatus:
    'コメントのページでは、メールの知らせを受け取らなくても、その後をご覧いただけます。このリンクを保存してください。',
  confirmNot:
    '心当たりがない場合は、何もなさらないでください。同じアドレスにお尋ねするのは一年に三回までで、このメールの最後のリンクから今後すべてを断ることもできます。',
  everythingSubject: 'ご希望のリンクをお送りします',
  everythingWhy:
    'このメールアドレスで書かれた「{chapter}」へのコメントのページで、このアドレスで書かれたすべてに及ぶリンクの希望がありました。このリンクはこのメールを読む方にだけ届きます。',
  everythingLink: 'このメールアドレスで書かれたすべてを見る・消去する',
  never: '今後このアドレスに確認を送らない',
  statusLink: 'コメントを見る・直す・取り下げる',
  approvedSubject: '「{chapter}」へのコメントが公開されました',
  approvedWhy: '「{chapter}」へのあなたのコメントが公開されました。',
  approvedLink: '公開されたページを見る',
  replySubject: '「{chapter}」へのコメントに{name}さんから返信がありました',
  replyWhy: '「{chapter}」へのあなたのコメントに、{name}さんから返信がありました。',
  replyLink: '返信のページを見る',
  digestSubject: '{count, plural, other {あなたのコメントに#件の返信があります}}',
  dailyLink: '返信の知らせを一日一回にまとめる',
  stopAll: 'すべてのコメントについてのメールを止める',
  moderateSubject: '承認をお願いします：「{chapter}」',
  moderateWhy: '「{chapter}」への新しいコメントが承認を待っています。',
  changedSubject: '変更され、再び承認待ちです：「{chapter}」へのコメント',
  changedWhy: '公開されていた「{chapter}」へのコメントが書いた人によって変更され、再び承認を待っています。',
  publishedSubject: '「{chapter}」に新しいコメントがあります',
  publishedWhy: '「{chapter}」に新しいコメントが公開されました。',
  resetSubject: '新しいパスワードの設定',
  resetWhy:
    '「{site}」のあなたのアカウントについて、新しいパスワードを設定するリンクの希望がありました。ご本人であれば、30分以内に開いてください。リンクは一度だけ使えます。設定すると、すべてのセッションが終了します。',
  resetLink: '新しいパスワードを設定する',
  resetLate: '期限が過ぎたときは、リンク先のページから新しいリンクを送ることができます。',
  resetNot:
    '心当たりがない場合は、何もなさらないでください。パスワードは変わらず、このリンクはほかの誰にも届きません。リンクはサインインのページから誰でも希望できますが、このようなメールをお送りするのは一日に五通までです。',
  author: '名前：{name}',
  email: 'メールアドレス：{email}',
  website: 'ウェブサイト：{url}',
  address: 'アドレス：{ip}',
  inReplyTo: '返信先：{name}さん',
  waiting: '{count, plural, other {#件のコメントが承認を待っています。}}',
  queueLink: '承認待ちの一覧を開く',
  stop: 'このコメントについてのメールを止める',
}
