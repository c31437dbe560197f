import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ENTRY = 'app/islands/main.ts'
const NAME = 'virtual:islands'
const ROOT = join(fileURLToPath(import.meta.url), '..', '..')

/** One script of its own, which shares no chunk with the pages: browsers of reading pages load nothing else. */
async function bundleIslands() {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  })
  const [{ contents }] = outputFiles
  const hash = createHash('sha256').update(contents).digest('base64url').slice(0, 8)
  return { fileName: `assets/islands-${hash}.js`, source: contents }
}

/**
 * A Vite plugin: `virtual:islands` is the address of the script of reading pages, with a hash in its name.
 *
 * @returns {import('vite').Plugin}
 */
export function islands() {
  let isBuild = false
  let isServer = false
  return {
    name: 'foyer-islands',
    configResolved: (config) => {
      isBuild = config.command === 'build'
      isServer = Boolean(config.build.ssr)
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined
      if (!isBuild) return `export default '/${ENTRY}'`
      const file = await bundleIslands()
      if (!isServer) this.emitFile({ type: 'asset', ...file })
      return `export default '/${file.fileName}'`
    },
  }
}
