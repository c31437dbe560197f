// The first file of every thread that runs from sources. On Node 20 a thread inherits no TypeScript loader from its
// parent, not even through `execArgv`: it has to register its own before it imports TypeScript.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { workerData } from 'node:worker_threads'

const built = process.env.FOYER_BUILT_THREADS

if (built) await import(pathToFileURL(join(built, `${workerData.module}.js`)).href)
else {
  const { register } = await import('tsx/esm/api')
  register()
  await import(`./${workerData.module}.ts`)
}
