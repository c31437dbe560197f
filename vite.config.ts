import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { denyImports } from 'vite-env-only'
import tsconfigPaths from 'vite-tsconfig-paths'
import remixConfig from './remix.config.js'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    denyImports({
      client: {
        specifiers: ['postgres', /^drizzle-orm/, /^node:/, 'mdx-bundler', 'better-auth', 'pino'],
        files: ['db/**', 'app/server/**', '**/*.server.ts', '**/*.server.tsx', 'scripts/**'],
      },
    }),
    tailwindcss(),
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
  server: { host: '127.0.0.1' },
}))
