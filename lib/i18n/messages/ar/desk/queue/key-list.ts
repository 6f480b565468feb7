import type { QueueWords } from '../../../en/desk/queue/queue'

export const keyList: QueueWords['keyList'] = {
  move: 'التعليق التالي، والسابق',
  approve: 'موافقة',
  hold: 'إعادة إلى الانتظار (وH كذلك)',
  spam: 'مزعج',
  trash: 'سلة المهملات (وT كذلك)',
  reply: 'رد؛ واستعادة في المزعج وسلة المهملات',
  edit: 'تعديل (Q كذلك)',
  relocate: 'نقل إلى فصل آخر',
  undo: 'تراجع، بقدر ما تشاء',
  select: 'تحديد',
  range: 'تحديد كل ما بعد آخر تعليق لمسته',
  chosen: 'الأمر نفسه لكل ما حُدّد',
  help: 'هذه القائمة',
}
