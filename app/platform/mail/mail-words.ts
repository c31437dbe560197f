import type { Locale } from '~/domain/text'
import type { MailLanguage } from './mail-language'
import { MAIL_EN } from './mail-words-en'
import { MAIL_ES } from './mail-words-es'
import { MAIL_ZH } from './mail-words-zh'

export const MAIL_WORDS: Record<Locale, MailLanguage> = { en: MAIL_EN, es: MAIL_ES, zh: MAIL_ZH }
