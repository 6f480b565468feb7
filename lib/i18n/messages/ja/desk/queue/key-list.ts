import type { QueueWords } from '../../../en/desk/queue/queue'

export const keyList: QueueWords['keyList'] = {
  move: '次のコメント、前のコメント',
  approve: '承認',
  hold: '承認待ちに戻す（Hも同じ）',
  spam: 'スパム',
  trash: 'ゴミ箱へ（Tも同じ）',
  reply: '返信。スパムとゴミ箱では復元',
  edit: '編集（Qも同じ）',
  relocate: '別の章へ移す',
  undo: '元に戻す（何度でも）',
  select: '選択',
  range: '最後に操作したものからここまで選択',
  chosen: '選択したすべてに同じ操作',
  help: 'この一覧',
}
