import { RemixBrowser } from '@remix-run/react'
import { setNonce } from 'get-nonce'
import i18next from 'i18next'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { getInitialNamespaces } from 'remix-i18next/client'
import { startKeeping } from '~/connection/start'
import { browserBackend } from '~/i18n/browser-backend'
import { i18nOptions } from '~/i18n/options'
import { readPageNonce } from '~/ui/page-nonce'

async function hydrate(): Promise<void> {
  setNonce(readPageNonce())
  startKeeping()
  await i18next
    .use(initReactI18next)
    .use(browserBackend)
    .init({ ...i18nOptions, lng: document.documentElement.lang, ns: ['common', ...getInitialNamespaces()] })
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18next}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    )
  })
}

void hydrate()
