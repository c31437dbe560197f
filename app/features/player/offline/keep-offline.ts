import { paths } from '~/paths'

const SCOPE = '/try/'
const KEPT = 'foyer-try'

/** Null where a browser has no service workers, as on plain http. */
const workers = (): ServiceWorkerContainer | null =>
  'serviceWorker' in navigator ? navigator.serviceWorker : null

/** The files of the app that this page has loaded. */
function loadedFiles(): string[] {
  const names = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const own = names.filter(
    ({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'),
  )
  return [...new Set(own.map(({ pathname }) => pathname))]
}

/** Keeps the trial's page, as the server has it now, for a reload without a network. */
export async function keepOffline(trialId: string): Promise<void> {
  const container = workers()
  if (container === null || !navigator.onLine) return
  await container.register(`${SCOPE}worker.js`, { scope: SCOPE })
  const { active } = await container.ready
  active?.postMessage({ type: 'keep', page: paths.trial(trialId), files: loadedFiles() })
}

/** Removes what was kept, and the worker. */
export async function forgetOffline(): Promise<void> {
  const registration = await workers()?.getRegistration(SCOPE)
  await registration?.unregister()
  if ('caches' in window) await caches.delete(KEPT)
}
