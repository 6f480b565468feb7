import type { ProviderWords } from '../../../en/desk/people/provider'

// Of signing in at a provider of OpenID Connect, which the settings name.

export const provider: ProviderWords = {
  title: 'الدخول عبر {name}',
  intro: 'لمحرّري هذا الموقع ومديريه، ويدخلون عبر {name}.',
  or: 'أو',
  /** Why somebody does not come in. */
  refusals: {
    failed: 'لم يُجب {name} كما ينبغي، أو بدأت العملية في متصفح آخر. حاول مرة أخرى.',
    address: 'لم يؤكّد {name} عنوان بريدك، فلا يُعرف من أنت هنا.',
    unknown: 'لا أحد هنا له عنوان بريدك. اطلب من مدير الموقع أن يضيفك.',
    role: 'لا يمنحك {name} دورًا في هذا الموقع. اسأل المسؤول عنه هناك.',
    disabled: 'حسابك في هذا الموقع موقوف. اسأل أحد المديرين.',
    other: 'عنوان بريدك لشخص هنا يدخل عبر {name} بحساب آخر. اسأل أحد المديرين.',
  },
  offTitle: 'لا كلمات مرور هنا',
  off: 'يدخل فريق هذا الموقع عبر {name}، ولا تفتح كلمة المرور شيئًا هنا.',
  offMachine: 'إن تعذّر الوصول إلى {name} فبوسع من يشغّل الموقع أن يطبع رابطًا على جهازه:',
  sure: 'يمكنك أيضًا <link>الدخول مرة أخرى</link> ثم إعادة ما كنت تفعل.',
}
