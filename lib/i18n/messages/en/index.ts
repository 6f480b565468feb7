import { en as author, type AuthorWords } from './author'
import { en as mail, type MailWords } from './mail'
import { en as privacy, type PrivacyText } from './privacy'
import { en as site, type Words } from './site'
import { en as sum, type SumWords } from './sum'

export interface Dictionary {
  author: AuthorWords
  mail: MailWords
  privacy: PrivacyText
  site: Words
  sum: SumWords
}

export const en: Dictionary = { author, mail, privacy, site, sum }
