import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import i18next from 'i18next'
import type { Resource, ResourceKey, TFunction, i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { projectPath } from '#db/project-path'
import type { Locale } from '~/domain/text'
import { i18nOptions } from '~/i18n/options'

/** By path. Vite resolves them; what runs without it, such as the scripts, reads them itself. */
const files: Record<string, ResourceKey> = import.meta.env
  ? import.meta.glob<ResourceKey>('../../../content/locales/*/*.json', { import: 'default', eager: true })
  : readLocaleFiles()

const instances = new Map<Locale, i18n>()

/**
 * The translator of one language, with all namespaces in memory. Requests share it, since its language never changes.
 * Only for code inside the Remix bundle, where Vite resolves the locale files.
 */
export function translator(locale: Locale): i18n {
  const known = instances.get(locale)
  if (known) return known
  const made = i18next.createInstance()
  // Without `initImmediate: false` the texts would be ready one tick too late to render.
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

function readLocaleFiles(): Record<string, ResourceKey> {
  const folder = projectPath('content/locales')
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  )
  const read = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as ResourceKey
  return Object.fromEntries(paths.map((path) => [`locales/${path}`, read(path)]))
}
