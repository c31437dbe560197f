/**
 * The Remix options. `vite.config.ts` gives them to the Remix Vite plugin, which would not read this file by itself.
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  ignoredRouteFiles: ['**/*'],
  // Without lazy route discovery: every route is known from the start, so that none has to be asked for while offline.
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
  },
}
