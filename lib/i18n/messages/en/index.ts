import { en as author, type OwnWords } from './author'
import { en as mail, type LetterWords } from './mail'
import { en as privacy, type PrivacyText } from './privacy'
import { en as site, type Words } from './site'
import { en as sum, type SumWords } from './sum'

export interface Dictionary {
  author: OwnWords
  mail: LetterWords
  privacy: PrivacyText
  site: Words
  sum: SumWords
}

export const en: Dictionary = { author, mail, privacy, site, sum }
