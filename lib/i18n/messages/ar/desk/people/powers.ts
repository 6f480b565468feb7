import type { PowersWords } from '../../../en/desk/people/powers'

export const powers: PowersWords = {
  title: 'ما يُسمح به لكل صلاحية',
  intro: 'هذه هي السياسة التي يعمل بها الموقع: يرجع إليها كل زر وكل صفحة.',
  power: 'الإجراء',
  yes: 'نعم',
  no: 'لا',
  powers: {
    'moderate comments': 'مراجعة التعليقات',
    'delete comments': 'حذف التعليقات نهائيًا',
    'make standing rules': 'وضع قواعد دائمة',
    'write chapters': 'الكتابة والترجمة',
    'publish chapters': 'النشر',
    'manage people': 'إدارة فريق العمل',
    'change settings': 'تغيير الإعدادات',
    'read the audit': 'قراءة سجل التدقيق',
    'change own account': 'تغيير الحساب الشخصي',
  },
  over: {
    comments: 'التعليقات وما يذكره أصحابها عن أنفسهم',
    wordRules: 'قوائم الكلمات',
    standingRules: 'مَن تُحجز تعليقاته أو تُرفض دائمًا، ومن أين',
    drafts: 'مسودات جميع الفصول بجميع اللغات',
    pictures: 'الصور',
    publications: 'ما يراه القراء ومنذ متى وبأي عنوان',
    rankings: 'التصنيفات',
    people: 'أعضاء الفريق وصلاحياتهم وروابطهم',
    settings: 'إعدادات النقاش',
    audit: 'من فعل ماذا ومن أين',
    ownAccount: 'اسم المستخدم نفسه ولغته ومنطقته الزمنية',
  },
}
