import type { BulkWords } from '../../../en/desk/queue/bulk'

export const bulk: BulkWords = {
  open: 'البتّ في كل ما في هذا العرض',
  title: 'كل ما في هذا العرض',
  found:
    '{count, plural, zero {لا تعليقات} one {تعليق واحد} two {تعليقان} few {# تعليقات} many {# تعليقًا} other {# تعليق}}',
  foundMore: 'أكثر من {count, number} تعليق',
  intro:
    'يجري ذلك في الخلفية. يمكنك مواصلة عملك أثناءه، وإيقافه، والتراجع عنه كله. ولا يُمَسّ ما يصل أو يُعدَّل بعد {time}.',
  nothing: 'لا تعليق في هذا العرض الآن.',
  samples: 'أولها',
  decide: 'ماذا يكون مصيرها كلها؟',
  buttons: {
    approved: 'الموافقة على الكل',
    pending: 'إعادة الكل إلى الانتظار',
    spam: 'عدّ الكل مزعجًا',
    trash: 'نقل الكل إلى سلة المهملات',
    before: 'استعادة الكل كما كان',
  },
  back: 'العودة إلى العرض',
  label: 'القرارات في عروض كاملة',
  onePage: 'قرار في عرض كامل',
  counting: 'قرار من {who} في عرض كامل. ما عُدّ حتى الآن: {count, number}.',
  working: {
    approved: 'موافقة من {who} على عرض كامل: {done, number} من {total, number}.',
    pending: 'إعادة من {who} لعرض كامل إلى الانتظار: {done, number} من {total, number}.',
    spam: 'عدّ من {who} لعرض كامل مزعجًا: {done, number} من {total, number}.',
    trash: 'نقل من {who} لعرض كامل إلى سلة المهملات: {done, number} من {total, number}.',
    before: 'استعادة من {who} لعرض كامل: {done, number} من {total, number}.',
  },
  done: {
    approved:
      'موافقة دفعة واحدة من {who} على {count, plural, zero {لا تعليقات} one {تعليق واحد} two {تعليقين} few {# تعليقات} many {# تعليقًا} other {# تعليق}}.',
    pending:
      'إعادة دفعة واحدة من {who} إلى الانتظار: {count, plural, zero {لا تعليقات} one {تعليق واحد} two {تعليقان} few {# تعليقات} many {# تعليقًا} other {# تعليق}}.',
    spam: 'عُدّ مزعجًا دفعة واحدة بقرار {who}: {count, plural, zero {لا تعليقات} one {تعليق واحد} two {تعليقان} few {# تعليقات} many {# تعليقًا} other {# تعليق}}.',
    trash:
      'نُقل دفعة واحدة إلى سلة المهملات بقرار {who}: {count, plural, zero {لا تعليقات} one {تعليق واحد} two {تعليقان} few {# تعليقات} many {# تعليقًا} other {# تعليق}}.',
    before:
      'استُعيد دفعة واحدة بقرار {who}: {count, plural, zero {لا تعليقات} one {تعليق واحد} two {تعليقان} few {# تعليقات} many {# تعليقًا} other {# تعليق}}.',
  },
  cancelled: 'أُوقف بعد {done, number} من {total, number}.',
  undoing: 'تراجع من {who} عن الكل: {done, number} من {total, number}.',
  undone:
    'تراجع من {who} عنه. عاد كما كان: {count, plural, zero {لا تعليقات} one {تعليق واحد} two {تعليقان} few {# تعليقات} many {# تعليقًا} other {# تعليق}}.',
  leftOut:
    '{count, plural, zero {لم يُستثنَ شيء} one {استُثني واحد} two {استُثني اثنان} few {استُثنيت #} many {استُثني #} other {استُثني #}}',
  leftAsIs:
    '{count, plural, zero {لم يبق شيء على حاله} one {بقي واحد على حاله} two {بقي اثنان على حالهما} few {بقيت # على حالها} many {بقي # على حاله} other {بقي # على حاله}}',
  progress: 'ما أُنجز منه',
  cancel: 'إيقاف',
  undo: 'إلغاء القرار كله',
  details: 'التفاصيل',
  view: 'العرض',
  refusals: 'ما استُثني، وسبب ذلك',
  undoRefusals: 'ما بقي على حاله، وسبب ذلك',
  decidedSince: '{state}: {who}، {time}',
  changedSince: 'عدّله صاحبه بعد ذلك.',
  next: 'ما يليها',
}
