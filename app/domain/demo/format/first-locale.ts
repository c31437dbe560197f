import { isLocale, type Locale } from '~/domain/text'
import type { Demo } from './schema'

/** The languages of a demo: those of its title, in the order in which they are written. */
export function demoLocales(demo: Pick<Demo, 'title'>): Locale[] {
  return Object.keys(demo.title).filter(isLocale)
}

/** The locale in which missing texts are shown. */
export function firstLocale(demo: Pick<Demo, 'title'>): Locale {
  return demoLocales(demo)[0] ?? 'en'
}
