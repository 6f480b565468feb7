import type { PowersWords } from '../../../en/desk/people/powers'

export const powers: PowersWords = {
  title: '権限の一覧',
  intro: 'サイトはこの方針に従います。どのボタンもどのページも、この表で確かめてから動きます。',
  power: 'できること',
  yes: '可',
  no: '不可',
  powers: {
    'moderate comments': 'コメントの承認・管理',
    'delete comments': 'コメントの完全な削除',
    'make standing rules': '常設ルールの作成',
    'write chapters': '執筆と翻訳',
    'publish chapters': '公開',
    'manage people': 'スタッフの管理',
    'change settings': '設定の変更',
    'read the audit': '監査記録の閲覧',
    'change own account': '自分のアカウントの変更',
  },
  over: {
    comments: 'コメントと、投稿者が書いた名前や連絡先',
    wordRules: '語のリスト',
    standingRules: '常に保留または拒否する投稿者・アドレス・ネットワーク・ホスト',
    drafts: 'すべての章、すべての言語の下書き',
    pictures: '画像',
    publications: '読者に見える内容、公開日時、アドレス',
    rankings: 'ランキング',
    people: 'スタッフ、その権限とリンク',
    settings: 'コメント欄の設定',
    audit: '監査記録のすべてと、その発信元',
    ownAccount: '自分の名前・言語・タイムゾーン',
  },
}
