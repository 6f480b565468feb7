// What chapters and comments of made data are written with.
import type { Locale } from '@/lib/i18n/locales'

// Words by how often they come: most are rare, one stands in every second text.
const vocabulary = {
  en: {
    rare: () => syllables('ba de fi go ku la me ni po ru sa te vo wy'.split(' ')),
    known: ['lamp', 'lamplighter', 'fog'],
  },
  ja: {
    rare: () => syllables([...'海山川空風雨雪月星花鳥船道町村里森石火水']),
    known: ['灯台', '霧', '京都'],
  },
  ar: { rare: () => syllables('با دي فو قا لم نر سا تو'.split(' ')), known: ['المنارة', 'ضباب', 'البحر'] },
}
const frequent = { en: 'everywhere common', ja: '到処', ar: 'كل مكان' }
// What only long texts have: every fiftieth is as long as a chapter of a novel is.
const inLong = { en: 'harbour', ja: '港', ar: 'ميناء' }

/** The words of the chapter with this number, of which some are known and most are not. */
export function chapterWords(locale: Locale, number: number, length: { short: number; long: number }) {
  const { rare, known } = vocabulary[locale]
  const isLong = Math.floor(number / 7) % 50 === 0
  const words = Array.from({ length: isLong ? length.long : length.short }, rare)
  if (isLong) for (let at = 50; at < words.length; at += 97) words[at] = inLong[locale]
  if (number % 50 === 3 || number % 50 === 8 || number % 50 === 9)
    words[length.short / 3] = known[number % 3]!
  if (Math.floor(number / 10) % 2 === 0) words[length.short / 2] = frequent[locale]
  const join = locale === 'ja' ? '' : ' '
  return { title: words.slice(0, 4).join(join), text: words.join(join) }
}

const syllables = (from: string[]) => {
  const one = () => from[Math.floor(Math.random() * from.length)]!
  return one() + one() + one()
}

const listed = (words: string) => words.trim().split(/\s+/)

/** What people write comments with, in their language; and what spam is written with, in none. */
export const commentWords: Record<Locale | 'spam', string[]> = {
  en: listed(`
    the a I you it was and but of to in on at for with from as that this chapter page story keeper lamp light sea storm
    wind harbour boat letter winter night morning window stair rope glass weather log book reader wrote read remember
    thought knew asked told found lost kept waited walked carried broke mended quiet cold old young strange true small
    long late early again never always almost perhaps because though where when why how who what my your his her our
    their mother grandfather friend daughter captain village road island chapel kitchen table chair word sentence ending
    beginning question answer map drawing detail mistake translation thank please sorry hope love wonder agree doubt
    lovely careful honest funny sad`),
  ja: listed(`
    灯台 海 嵐 風 手紙 冬 夜 朝 窓 階段 天気 日誌 読む 読みました 思います 好き 静か 寒い 古い 新しい 不思議 本当 小さな 長い
    の は が を に で と も から まで ですね でした ありがとう 楽しみ 続き 翻訳 言葉 物語 章 頁 船 港 島 村 道 父 母 祖父 友人
    質問 答え 地図 間違い 素敵 最後 最初 いつも もう一度 きっと たぶん`),
  ar: listed(`
    المنارة البحر العاصفة الريح الرسالة الشتاء الليل الصباح النافذة الدرج الطقس السجل قرأت كتب أعرف سألت وجدت هادئ بارد قديم
    جديد غريب صحيح صغير طويل في على من إلى عن مع هذا هذه الذي التي لكن لأن حيث متى كيف لماذا القصة الفصل الصفحة القارب
    الميناء الجزيرة القرية الطريق أبي أمي جدي صديقي سؤال جواب خريطة خطأ ترجمة شكرا جميل رائع النهاية البداية دائما مرة أخرى
    ربما`),
  spam: listed(`
    cheap best online casino bonus free win loan credit fast approval pills discount offer limited today click here visit
    site buy order now price guarantee money crypto invest profit daily income work home weight slim natural seo traffic
    rank backlinks service review top replica watches bags shoes deal sale vip royal jackpot spins betting odds adult
    dating meet singles hot streaming download keys license essay writing help great article thanks for sharing really
    helpful keep up nice blog admin I bookmarked your info very good`),
}

/** What people are called who write here, and who only wants to be seen. */
export const commentNames: Record<Locale | 'spam', string[]> = {
  en: listed(
    'Ada Ben Cora Dan Edith Finn Grace Hugh Iris Jack Kate Liam Mary Noah Olive Paul Quinn Rose Sam Tess',
  ),
  ja: listed('花子 太郎 さくら 健 美咲 翔太 葵 陽菜 大輔 直樹 由美 匿名希望'),
  ar: listed('أحمد ليلى سارة يوسف مريم خالد نور عمر هدى سامي'),
  spam: listed(
    'BestLoans CasinoKing CheapPills SeoMaster WinBig FastCredit ReplicaShop CryptoGuru SlimNow EssayPro',
  ),
}
