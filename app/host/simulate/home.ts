import type { Locale } from '~/domain/text'
import type { Random } from './random'

/** The region of a visitor: their language and working hours. */
export interface Home {
  locale: Locale
  timeZone: string
}

const HOMES: readonly (readonly [Home, number])[] = [
  [{ locale: 'en', timeZone: 'America/New_York' }, 28],
  [{ locale: 'en', timeZone: 'Europe/London' }, 20],
  [{ locale: 'en', timeZone: 'America/Los_Angeles' }, 7],
  [{ locale: 'zh', timeZone: 'Asia/Shanghai' }, 22],
  [{ locale: 'es', timeZone: 'Europe/Madrid' }, 14],
  [{ locale: 'es', timeZone: 'America/Mexico_City' }, 9],
]

export const pickHome = (random: Random): Home => random.pick(HOMES)
