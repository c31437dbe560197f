// Keeps the page of a trial for reloads without a network: the page itself and the files of the app. Its scope is /try/, so
// no other page is touched. The page tells it what to keep, and removes it when that is switched off.

const KEPT = 'foyer-try'
const isPage = (url) => /^\/try\/[^/]+$/.test(url.pathname)
const isFile = (url) => url.pathname.startsWith('/assets/')

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  if (event.data?.type === 'keep') event.waitUntil(keep(event.data))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && isPage(url)) event.respondWith(pageOf(request, url))
  else if (isFile(url)) event.respondWith(fileOf(request))
})

/** The page from the network; the kept one only when there is no network. */
async function pageOf(request, url) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await (await caches.open(KEPT)).match(url.pathname)
    if (kept) return kept
    throw error
  }
}

/** A file of the app never changes under its name. */
async function fileOf(request) {
  return (await (await caches.open(KEPT)).match(request.url)) ?? fetch(request)
}

/** Keeps one page with its files, as the server has them now, and drops what was kept before. */
async function keep({ page, files }) {
  const cache = await caches.open(KEPT)
  const answer = await fetch(page, { credentials: 'same-origin', headers: { accept: 'text/html' } })
  if (!answer.ok || answer.redirected) {
    await cache.delete(page)
    return
  }
  await cache.put(page, answer)
  for (const file of files) if (!(await cache.match(file))) await cache.add(file)
  const wanted = new Set([page, ...files].map((path) => new URL(path, self.location.origin).href))
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request)
}
