import type { PeopleWords } from '../../en/desk/people'

export const people: PeopleWords = {
  title: 'فريق العمل',
  staff: 'الأعضاء',
  you: 'أنت',
  roles: { editor: 'محرر', admin: 'مدير' },
  disabled: 'معطَّل',
  noPassword: 'بلا كلمة مرور بعد',
  disabledSince: 'معطَّل منذ {time}',
  linkUntil: 'يعمل الرابط حتى {time}',
  deeds: {
    'make admin': 'تعيين مديرًا<hidden> ({name})</hidden>',
    'make editor': 'تعيين محررًا<hidden> ({name})</hidden>',
    link: 'رابط جديد<hidden> ({name})</hidden>',
    disable: 'تعطيل<hidden> ({name})</hidden>',
    enable: 'تفعيل<hidden> ({name})</hidden>',
  },
  happened: {
    add: 'أُضيف {name}.',
    link: 'أُنشئ رابط جديد لـ {name}.',
    'make admin': 'أصبح {name} مديرًا.',
    'make editor': 'أصبح {name} محررًا.',
    disable: 'عُطّل حساب {name}: انتهت جلساته ولا يمكنه تسجيل الدخول.',
    enable: 'يمكن لـ {name} تسجيل الدخول من جديد.',
  },
  add: {
    title: 'إضافة شخص',
    intro: 'تحصل على رابط ترسله إليه. يعمل الرابط مرة واحدة خلال أسبوع، وبه يضبط كلمة مرور.',
    name: 'الاسم',
    email: 'البريد الإلكتروني',
    role: 'الصلاحية',
    roleHint: 'المحررون يراجعون التعليقات ويكتبون. والمديرون ينشرون أيضًا ويديرون فريق العمل.',
    button: 'إضافة',
  },
  link: {
    title: 'أرسل هذا الرابط بنفسك: لن يُعرض مرة أخرى',
    text: 'به يضبط {name} كلمة مرور. يعمل مرة واحدة حتى {time}. ويستطيع استعماله كل من يقع في يده.',
    label: 'رابط {name}',
    copy: 'نسخ',
    copied: 'نُسخ.',
    copyYourself: 'يرجى نسخ النص المحدد.',
  },
  notAllowed: {
    title: 'لا يُسمح لك برؤية هذه الصفحة',
    text: 'المديرون وحدهم يديرون فريق العمل. اطلب من أحدهم إضافة شخص أو تغيير شيء.',
  },
}
