import i18next from 'i18next'
import type { Resource, ResourceKey, TFunction, i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from '~/domain/text'
import { i18nOptions } from '~/i18n/options'

const files = import.meta.glob<ResourceKey>('../../../content/locales/*/*.json', {
  import: 'default',
  eager: true,
})

const instances = new Map<Locale, i18n>()

/**
 * The translator of one language, with every namespace in memory. Kept: its language never changes, so requests share
 * it. Only for code inside the Remix bundle, where Vite resolves the locale files.
 */
export function translator(locale: Locale): i18n {
  const known = instances.get(locale)
  if (known) return known
  const made = i18next.createInstance()
  // Without `initImmediate: false` the words would be ready a tick too late to render.
  void made
    .use(initReactI18next)
    .init({ ...i18nOptions, lng: locale, resources: resources(), initImmediate: false })
  instances.set(locale, made)
  return made
}

/** `t` for loaders and actions, such as for titles: `fixedT(ctx.locale, 'center')('home.title')`. */
export function fixedT(locale: Locale, namespace: string): TFunction {
  return translator(locale).getFixedT(locale, namespace)
}

function resources(): Resource {
  const all: Resource = {}
  for (const [path, words] of Object.entries(files)) {
    const [, locale, namespace] = /([^/]+)\/([^/]+)\.json$/.exec(path) ?? []
    if (locale && namespace) all[locale] = { ...all[locale], [namespace]: words }
  }
  return all
}
