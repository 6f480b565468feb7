import type { RecordWords } from '../../statements/record-words'

// What the local rules go by, a sentence each; left out where it is not so.
const signs =
  '{hidden, plural, =0 {} other { مُلئ الحقل الذي لا يراه الناس.}}' +
  '{links, plural, =0 {} zero {} one { فيه رابط واحد.} two { فيه رابطان.} few { فيه # روابط.} many { فيه # رابطًا.} other { فيه # رابط.}}' +
  '{markup, plural, =0 {} other { روابطه مكتوبة بوسوم.}}' +
  '{haste, plural, =0 {} other { كُتب أسرع مما يكتب الناس.}}'
const seconds =
  '{seconds, plural, zero {أقل من ثانية} one {ثانية واحدة} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}}'

/** What rules and checkers say of a comment. */
export const findings: RecordWords['statements']['findings'] = {
  note: '{text}',
  'list-empty': 'القائمة فارغة',
  'word-found': 'وُجد «{line}» ({field})',
  'no-word-found': 'ليس فيه شيء منها',
  'standing-none': 'لا قاعدة دائمة تخصّه',
  'standing-author': 'كل تعليقات هذا الكاتب يراها المحررون أولًا',
  'standing-address': 'كل تعليق من هذا العنوان يراه المحررون أولًا',
  'standing-network': 'كل تعليق من هذه الشبكة يراه المحررون أولًا',
  'standing-host': 'كل تعليق فيه رابط إلى هذا المضيف يراه المحررون أولًا',
  'standing-refuses': 'وُضعت قاعدة ترفض مثل هذا التعليق بعد أن وصل',
  'links-any': 'لا يؤخّر التعليقَ أي عدد من الروابط',
  'links-many': 'ينتظر التعليق إذا بلغت روابطه {limit, number} أو أكثر',
  'links-few': 'أقل من {limit, number}',
  'like-staff': 'قد يُظن أنه {name} من فريق الموقع',
  'like-nobody': 'لا يشبه أحدًا من فريق الموقع',
  'held-flood': 'وصلت تعليقات كثيرة دفعة واحدة، فلا بد أن ينظر فيها أحد',
  'held-author': 'وصلت قبله بقليل تعليقات بعنوان البريد نفسه، وهو عنوان يستطيع أي أحد كتابته',
  'held-staff': 'قد يُظن أنه من فريق الموقع',
  'held-late-change': 'عدّله صاحبه بعد نشره بوقت طويل',
  'held-otherwise': 'أُوقف عند وصوله',
  'nothing-unusual': 'لا شيء غير معتاد',
  'hidden-filled': 'مُلئ الحقل الذي لا يراه الناس، ملأته آلة أو برنامج يملأ النماذج',
  'hidden-empty': 'الحقل الذي لا يراه الناس',
  'time-not-taken': 'لم تُقَس المدة',
  'faster-than-people': 'أسرع مما يكتب الناس، إلا إن لصقوا النص أو أملوه أو كان مكتوبًا من قبل',
  'as-fast-as-people': 'بسرعة الناس',
  'work-none': 'كما يكون بلا برمجيات الصفحة، ولا يلزم أحدًا تشغيلُها',
  'work-done': 'أتمّت برمجية الصفحة حسابها',
  'work-wrong': 'وصل عدد لا يُخرجه متصفح من صفحاتنا',
  'wait-everybody': 'كل تعليق ينتظر محررًا',
  'wait-nobody': 'لا ينتظر أحد',
  'known-author': 'سبق قبول تعليق بهذا الاسم وهذا العنوان',
  'first-comment': 'أول تعليق بهذا الاسم وهذا العنوان، فينتظر محررًا',
  'not-checked': 'لم يُفحص بعد',
  'nothing-against': 'لم تعترض عليه أي قاعدة',
  'ham-so-far': `ليس مزعجًا حتى الآن؛ ويُسأل عنه مرة أخرى بعد ${seconds}`,
  'akismet-ham': 'لا يرى Akismet فيه إزعاجًا',
  'akismet-spam': 'يعدّه Akismet مزعجًا',
  'akismet-discard': 'يجزم Akismet بأنه مزعج',
  'akismet-no-verdict': 'لم يحكم Akismet: الحالة {status}، {answer}',
  'akismet-no-answer': 'لم يحكم Akismet: الحالة {status}، وجواب فارغ',
  'akismet-unreachable': 'تعذّر سؤال Akismet: {error}',
  'checker-failed': 'تعذّر سؤال الفاحص: {error}',
  'local-nothing': 'القواعد المحلية: لم تجد شيئًا',
  'local-few-signs': `القواعد المحلية: لا يكفي لعدّه مزعجًا.${signs}`,
  'local-held': `القواعد المحلية: لا يكفي لعدّه مزعجًا، لكنه يحتاج إلى نظر.${signs}`,
  'local-spam': `القواعد المحلية: مزعج.${signs}`,
  'too-few-lessons': 'لم يتعلّم بعد من تعليقات كافية (المزعج: {spam, number}، وغير المزعج: {ham, number})',
  learned:
    '{score, number} من ١٠٠ أنه مزعج{hasFor, select, yes {؛ ما يدل عليه: {for}} other {}}{hasAgainst, select, yes {؛ ما ينفيه: {against}} other {}}',
  'looked-again': 'أعاد Akismet النظر',
  'later-moved-to-spam': 'غيّر Akismet حكمه: نُقل إلى المزعج',
  'later-moved-to-pending': 'غيّر Akismet حكمه: أُعيد إلى الانتظار',
  'later-person-decided': 'غيّر Akismet حكمه: قرّر فيه إنسان، وقراره باقٍ',
  'later-changed-since': 'غيّر Akismet حكمه: عُدّل بعد ذلك، ويُحكم عليه كما هو الآن',
  'later-in-trash': 'غيّر Akismet حكمه: هو في سلة المهملات',
  'later-already-spam': 'غيّر Akismet حكمه: هو في المزعج من قبل',
  'later-other-rule': 'غيّر Akismet حكمه: عدّته قاعدة أخرى مزعجًا',
  'later-nothing-to-change': 'غيّر Akismet حكمه: لا شيء يتغيّر',
  'later-asked-again': 'غيّر Akismet حكمه: سُئل مرة أخرى',
  sample: 'محتوى تجريبي',
}
