import type { OwnWords } from '../../en/desk/own'

export const own: OwnWords = {
  email: {
    title: 'メールアドレス',
    now: '{email}でサインインします。あなた宛てのメールもここに届きます。',
    intro:
      '新しいアドレスにリンクを送ります。ここでそのリンクを開くと変更されます。以前のアドレスにもお知らせし、一週間は取り消すことができます。',
    fresh: '新しいメールアドレス',
    current: '確認のためのパスワード',
    ask: 'アドレスを変更',
    asked: '{email}にリンクを送りました。サインインしているブラウザーで、24時間以内に開いてください。',
    waiting: '{email}は確認待ちです（期限：{time}）。',
    cancel: '変更をやめる',
    cancelled: '変更をやめました。アドレスは今のままです。',
    noMail:
      'このサイトはメールを送らないため、新しいアドレスを確認できません。サイトの運用者は、サイトのコンピューターで変更できます：',
    noMailCommand: 'npm run admin -- {email} --new-email …',
  },
  confirm: {
    title: '新しいアドレスの確認',
    text: '確認すると、{before}の代わりに{email}でサインインするようになり、メールもそこに届きます。',
    button: '確認する',
    dead: 'このリンクはもう使えません',
    deadText:
      'リンクは24時間以内に一度だけ、希望した本人としてサインインしているときに使えます。アカウントのページから新しいリンクを送れます。',
    back: 'アカウントへ',
  },
  stop: {
    title: '以前のアドレスのままにしますか？',
    text: '{from}のアカウントに、アドレスを{to}に変更する希望がありました。',
    textDone: '{from}のアカウントのアドレスは、{to}に変更されています。',
    then: '変更を希望した人はパスワードを知っていました。以前のアドレスのままにすると、このアカウントのすべてのセッションが終了し、続けて新しいパスワードを設定していただきます。',
    button: '{from}のままにする',
    dead: '取り消すものはありません',
    deadText:
      'この変更は確認されなかったか、すでに取り消されたか、一週間以上前のものです。ほかの人があなたのアカウントを使っている場合は、サイトの管理者にご連絡ください。',
  },
  password: {
    title: 'パスワード',
    intro: '変更すると、ほかのすべてのセッションが終了します。',
    current: '現在のパスワード',
    fresh: '新しいパスワード',
    change: 'パスワードを変更',
    changed: 'パスワードを変更しました。ほかのセッションはすべて終了しました。',
  },
  sessions: {
    title: 'セッション',
    intro: 'サインインしている場所の一覧です。サインインから12時間たつと自動で終了します。',
    device: '{system}の{browser}',
    here: 'このセッション',
    begun: '{time}にサインイン（{network}）',
    seen: '最後の利用：{time}',
    seenElsewhere: '最後の利用：{time}（{network}）',
    nowhere: '不明なネットワーク',
    end: 'このセッションを終了<hidden>（{device}）</hidden>',
    endOthers: 'ほかをすべて終了',
    ended: 'セッションを終了しました。',
    othersEnded:
      '{count, plural, =0 {ほかのセッションはありませんでした。} other {ほかの#件のセッションを終了しました。}}',
    browsers: {
      edge: 'Edge',
      opera: 'Opera',
      samsung: 'Samsung Internet',
      vivaldi: 'Vivaldi',
      firefox: 'Firefox',
      chrome: 'Chrome',
      safari: 'Safari',
      other: '不明なブラウザー',
    },
    systems: {
      iphone: 'iPhone',
      ipad: 'iPad',
      android: 'Android',
      chromeos: 'ChromeOS',
      windows: 'Windows',
      macos: 'macOS',
      linux: 'Linux',
      other: '不明な端末',
    },
  },
}
