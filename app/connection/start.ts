import { keepDocument } from './keep-document'
import { keepModules } from './keep-modules'
import { keepPage } from './keep-page'
import { watchForms } from './last-form'
import { loadReadingPages } from './load-reading-pages'
import { remixWindow } from './router'

/** Keeps every page when a request fails. Called once, before hydration. */
export function startKeeping(): void {
  const plain = window.fetch.bind(window)
  watchForms()
  window.fetch = keepPage(plain)
  keepDocument(plain)
}

/** The same for page modules, once the router exists. */
export function startKeepingModules(): void {
  const router = remixWindow().__remixRouter
  if (!router) return
  keepModules(router, window.fetch.bind(window))
  loadReadingPages(router, window.fetch.bind(window))
}
