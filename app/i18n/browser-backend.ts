import type { BackendModule, ResourceKey } from 'i18next'

const files = import.meta.glob<ResourceKey>('../../content/locales/*/*.json', { import: 'default' })

/** Loads the texts of one language and namespace as a separate chunk, when first needed. */
export const browserBackend: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, namespace, done) => {
    const load = files[`../../content/locales/${language}/${namespace}.json`]
    if (!load) return done(new Error(`No words for ${language}/${namespace}`), null)
    load().then(
      (words) => done(null, words),
      (error: Error) => done(error, null),
    )
  },
}
