// Bundles the server and its threads to plain JavaScript, which starts and runs faster than the sources. Packages
// stay outside. Beside the command, others bundle entries of their own with it.
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = join(fileURLToPath(import.meta.url), '..', '..')

/** The modules that run as threads, and as the process of the copy: files of their own beside whatever starts them. */
const THREADS = {
  'proof-worker': 'app/host/threads/proof-worker.ts',
  'draft-worker': 'app/host/threads/draft-worker.ts',
  'collect-worker': 'app/host/threads/collect-worker.ts',
  'copy-process': 'app/host/columns/copy-process.ts',
}

/** Bundles `entries` (output file name -> module) and the threads into a directory of the project. */
export async function bundleServer(entries, directory) {
  await build({
    absWorkingDir: ROOT,
    entryPoints: { ...THREADS, ...entries },
    outdir: directory,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  })
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url))
  await bundleServer({ server: 'server.ts' }, 'build/run')
