import { RemixBrowser } from '@remix-run/react'
import { setNonce } from 'get-nonce'
import i18next from 'i18next'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { getInitialNamespaces } from 'remix-i18next/client'
import { decodePage } from '~/hydration/decode-page'
import { keepInput } from '~/hydration/keep-input'
import { tolerateMovedNodes } from '~/hydration/tolerate-moved-nodes'
import { undoTranslation } from '~/hydration/undo-translation'
import { WhenHydrated } from '~/hydration/when-hydrated'
import { startKeeping } from '~/connection/start'
import { setFastEngine } from '~/domain/demo/engine/fast/fast-engine'
import { browserBackend } from '~/i18n/browser-backend'
import { i18nOptions } from '~/i18n/options'
import { readPageNonce } from '~/ui/page-nonce'

async function hydrate(): Promise<void> {
  setNonce(readPageNonce())
  setFastEngine(document.documentElement.dataset.fastEngine !== 'off')
  startKeeping()
  await i18next
    .use(initReactI18next)
    .use(browserBackend)
    .init({ ...i18nOptions, lng: document.documentElement.lang, ns: ['common', ...getInitialNamespaces()] })
  await decodePage()
  tolerateMovedNodes()
  const restoreInput = keepInput()
  undoTranslation()
  // Not in a transition: it may be interrupted, and the page translated meanwhile.
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={i18next}>
        <WhenHydrated call={restoreInput}>
          <RemixBrowser />
        </WhenHydrated>
      </I18nextProvider>
    </StrictMode>,
  )
}

void hydrate()
