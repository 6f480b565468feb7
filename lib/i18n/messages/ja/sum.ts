import type { SumWords } from '../en/sum'

export const ja: SumWords = {
  numbers: '零 一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十'.split(' '),
  signs: { '+': '足す', '−': '引く', '×': '掛ける' },
}
