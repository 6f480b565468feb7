import type { OverviewWords } from '../../en/desk/overview'

export const overview: OverviewWords = {
  greeting: '{name}さん、お疲れさまです',
  newChapter: '新しい章',
  comments: 'コメント',
  chapters: '章',
  drafts: '下書き',
  eachLanguage: '同じ章でも言語ごとに一件と数えます。',
  notOut: '未公開',
  allOut: '書かれたものはすべて公開されています。',
  savedBy: '{time}・{name}',
  searched: 'この一か月によく検索された語',
  noneSearched: 'まだありません。一週間に三人以上の読者が検索した語から数えます。',
}
