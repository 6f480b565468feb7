import type { ViewsWords } from '../../../en/desk/queue/views'

export const views: ViewsWords = {
  names: { unchecked: 'لم يُفحص بعد', mine: 'قراراتي' },
  nothing: {
    unchecked: 'فُحص كل ما ينتظر.',
    mine: 'لم تبتّ في أي تعليق بعد.',
  },
  campaigns: {
    title: 'الحملات',
    about: 'تعليقات منتظرة تشترك في رابط أو في صيغة النص، من بين أحدث {looked, number} تعليق.',
    nothing: 'لا شيء هنا يبدو مُرسلًا بالجملة.',
    byHost:
      '{count, plural, zero {لا تعليق يحيل إلى {host}} one {تعليق واحد يحيل إلى {host}} two {تعليقان يحيلان إلى {host}} few {# تعليقات تحيل إلى {host}} many {# تعليقًا يحيل إلى {host}} other {# تعليق يحيل إلى {host}}}',
    byShape:
      '{count, plural, zero {لا تعليق يقول الشيء نفسه} one {تعليق واحد يقول الشيء نفسه} two {تعليقان يقولان الشيء نفسه} few {# تعليقات تقول الشيء نفسه} many {# تعليقًا يقول الشيء نفسه} other {# تعليق يقول الشيء نفسه}}',
    open: 'عرضها كلها',
    decide: 'البتّ فيها كلها',
    back: 'إلى التعليقات',
  },
  more: 'مرشِّحات أخرى',
  rule: 'القاعدة التي أوقفته',
  anyRule: 'أي قاعدة',
  from: 'أُرسل ابتداءً من',
  to: 'أُرسل حتى',
  show: 'عرض',
  filters: {
    series: 'السلسلة: {value}',
    rule: 'أوقفته: {value}',
    from: 'من {value}',
    to: 'حتى {value}',
  },
  wholeSeries: 'كل فصول سلسلته',
  found:
    'في هذا العرض {count, plural, zero {لا تعليقات} one {تعليق واحد} two {تعليقان} few {# تعليقات} many {# تعليقًا} other {# تعليق}}',
  foundMore: 'في هذا العرض أكثر من {count, number} تعليق',
  saved: 'العروض المحفوظة',
  own: 'عروضك',
  forAll: 'للجميع',
  save: 'حفظ هذا العرض',
  name: 'الاسم',
  forAllBox: 'لكل من يعمل هنا',
  saveButton: 'حفظ العرض',
  manage: 'إعادة التسمية أو الإزالة',
  rename: 'إعادة التسمية',
  remove: 'إزالة',
  newName: 'الاسم الجديد لـ«{name}»',
  savedNow: 'حُفظ العرض باسم «{name}».',
  renamed: 'صار اسم العرض «{name}».',
  removed: 'أُزيل العرض «{name}».',
}
