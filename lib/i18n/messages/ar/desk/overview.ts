import type { OverviewWords } from '../../en/desk/overview'

export const overview: OverviewWords = {
  greeting: 'أهلًا بك يا {name}',
  newChapter: 'فصل جديد',
  comments: 'التعليقات',
  chapters: 'الفصول',
  drafts: 'المسودات',
  eachLanguage: 'تُحسب كل لغة من لغات الفصل على حدة.',
  notOut: 'لم يُنشر بعد',
  allOut: 'كل ما كُتب منشور.',
  savedBy: '{time}، {name}',
  searched: 'أكثر الكلمات بحثًا في الشهر الأخير',
  noneSearched: 'لا شيء بعد. تُحسب الكلمات بعد أن يبحث عنها ثلاثة قراء مختلفين في أسبوع واحد.',
}
