import type { ProviderWords } from '../../../en/desk/people/provider'

// Of signing in at a provider of OpenID Connect, which the settings name.

export const provider: ProviderWords = {
  title: '{name}でログイン',
  intro: 'このサイトの編集者と管理者は{name}でログインします。',
  or: 'または',
  /** Why somebody does not come in. */
  refusals: {
    failed: '{name}から正しい応答がなかったか、別のブラウザで始めた手続きでした。もう一度お試しください。',
    address: '{name}であなたのメールアドレスが確認されていないため、どなたか判断できません。',
    unknown: 'このメールアドレスの担当者は登録されていません。サイトの管理者に追加を依頼してください。',
    role: '{name}ではこのサイトの役割が割り当てられていません。{name}の担当者にお問い合わせください。',
    disabled: 'このサイトのあなたのアカウントは停止されています。管理者にお問い合わせください。',
    other:
      'このメールアドレスの担当者は、{name}の別のアカウントでログインしています。管理者にお問い合わせください。',
  },
  offTitle: 'パスワードは使えません',
  off: 'このサイトの担当者は{name}でログインします。パスワードではログインできません。',
  offMachine: '{name}が使えないときは、サイトを動かしている人がそのマシンでリンクを表示できます。',
  sure: '<link>もう一度ログイン</link>してから、操作をやり直すこともできます。',
}
