import type { LetterWords } from './en'

export const ar: LetterWords = {
  hello: 'مرحبًا،',
  confirmSubject: 'يرجى تأكيد عنوان بريدك الإلكتروني',
  confirmWhy:
    'كتب أحدهم تعليقًا على «{chapter}» بعنوان البريد هذا وطلب إخباره بما يصير إليه. إن كنت أنت فيرجى تأكيد العنوان:',
  confirmLink: 'نعم، أخبروني بالبريد الإلكتروني',
  confirmMay: 'لا يسمح هذا إلا برسائل عن هذا التعليق.',
  confirmStatus: 'للتعليق صفحة خاصة به ترى فيها ما يصير إليه، ولو بلا رسائل. احتفظ بهذا الرابط:',
  confirmNot:
    'إن لم تكن أنت فلا تفعل شيئًا. لا يُسأل عنوان أكثر من ثلاث مرات في السنة، والرابط الأخير في هذه الرسالة يوقف ذلك نهائيًا.',
  everythingSubject: 'الرابط المطلوب',
  everythingWhy:
    'طلب صاحب تعليق على «{chapter}» بعنوان البريد هذا رابطًا يشمل كل ما كُتب به. لا يصل الرابط إلا إلى من يقرأ هذه الرسالة:',
  everythingLink: 'شاهد أو امحُ كل ما كُتب بعنوان البريد هذا',
  never: 'لا تسألوا هذا العنوان مرة أخرى',
  statusLink: 'شاهد التعليق أو عدّله أو اسحبه',
  approvedSubject: 'نُشر تعليقك على «{chapter}»',
  approvedWhy: 'نُشر تعليقك على «{chapter}»:',
  approvedLink: 'شاهده في صفحته',
  replySubject: 'ردّ {name} على تعليقك على «{chapter}»',
  replyWhy: 'ردّ {name} على تعليقك على «{chapter}»:',
  replyLink: 'شاهد الرد في صفحته',
  digestSubject:
    '{count, plural, zero {لا ردود على تعليقاتك} one {ردّ واحد على تعليقاتك} two {ردّان على تعليقاتك} few {# ردود على تعليقاتك} many {# ردًّا على تعليقاتك} other {# ردّ على تعليقاتك}}',
  dailyLink: 'تلقَّ الردود مرة في اليوم في رسالة واحدة',
  stopAll: 'أوقف الرسائل عن جميع تعليقاتي',
  moderateSubject: 'يرجى المراجعة: «{chapter}»',
  moderateWhy: 'تعليق جديد على «{chapter}» ينتظر موافقتك.',
  changedSubject: 'عُدّل وينتظر من جديد: تعليق على «{chapter}»',
  changedWhy: 'عدّل صاحبُ تعليق منشور على «{chapter}» تعليقَه، وهو ينتظر موافقتك من جديد.',
  publishedSubject: 'تعليق جديد على «{chapter}»',
  publishedWhy: 'نُشر تعليق جديد على «{chapter}».',
  author: 'الاسم: {name}',
  email: 'البريد الإلكتروني: {email}',
  website: 'الموقع الإلكتروني: {url}',
  address: 'العنوان: {ip}',
  inReplyTo: 'ردًّا على {name}',
  waiting:
    '{count, plural, zero {لا تعليقات تنتظر.} one {تعليق واحد ينتظر.} two {تعليقان ينتظران.} few {# تعليقات تنتظر.} many {# تعليقًا ينتظر.} other {# تعليق ينتظر.}}',
  queueLink: 'افتح قائمة الانتظار',
  stop: 'أوقف الرسائل عن هذا التعليق',
}
