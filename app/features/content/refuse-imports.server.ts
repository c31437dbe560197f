import type { Plugin } from 'esbuild'

/** What compiled MDX itself needs. mdx-bundler hands both to the text as arguments: no module is ever loaded. */
const RUNTIME = ['react', 'react/jsx-runtime']

/**
 * An esbuild plugin that lets nothing be read but the text in memory. Must stand first among the plugins. It holds even
 * if an import should slip through vetting.
 */
export const refuseImports: Plugin = {
  name: 'refuse-imports',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || RUNTIME.includes(path)) return undefined
      return { errors: [{ text: `“${path}” cannot be imported: content may not import anything` }] }
    })
    build.onLoad({ filter: /.*/, namespace: 'file' }, ({ path, pluginData }) => {
      if (isInMemory(pluginData)) return undefined
      return { errors: [{ text: `“${path}” cannot be read: content may not read files` }] }
    })
  },
}

function isInMemory(pluginData: unknown): boolean {
  return typeof pluginData === 'object' && pluginData !== null && 'inMemory' in pluginData
}
