import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { denyImports } from 'vite-env-only'
import tsconfigPaths from 'vite-tsconfig-paths'
import remixConfig from './remix.config.js'
import { islands } from './scripts/islands-plugin.mjs'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** Only for builds: in development Remix asks for server modules through the client's graph, to collect their styles. */
const serverOnly = denyImports({
  client: {
    specifiers: ['postgres', /^drizzle-orm/, /^node:/, 'mdx-bundler', 'better-auth', 'pino'],
    files: ['db/**', 'app/platform/**', 'app/host/**', '**/*.server.ts', '**/*.server.tsx', 'scripts/**'],
  },
})

/** What the browser's first page needs, prepared at once: found one by one, each would reload the page. */
const BROWSER_PACKAGES = [
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-dev-runtime',
  '@remix-run/react',
  '@conform-to/react',
  '@conform-to/zod/v4',
  '@xstate/react',
  'get-nonce',
  'i18next',
  'lucide-react',
  'radix-ui',
  'react-i18next',
  'remix-i18next/client',
  'remix-i18next/react',
  'uuid',
  'xstate',
  'zod',
]

export default defineConfig(({ isSsrBuild, command }) => ({
  plugins: [
    command === 'build' && serverOnly,
    tailwindcss(),
    islands(),
    remix(remixConfig),
    tsconfigPaths({ projects: ['./tsconfig.json'] }),
  ],
  build: {
    target: isSsrBuild ? 'node20' : 'es2022',
    rollupOptions: {
      onwarn: (warning, warn) => {
        // Comments in zod, and routes that have an action alone: neither is anything to mend.
        if (['INVALID_ANNOTATION', 'EMPTY_BUNDLE'].includes(warning.code ?? '')) return
        warn(warning)
      },
    },
  },
  optimizeDeps: {
    include: BROWSER_PACKAGES,
    exclude: ['@remix-run/node', 'better-auth', 'drizzle-orm', 'mdx-bundler', 'pino', 'postgres'],
  },
  server: { host: '127.0.0.1' },
}))
