// First file of every thread that runs from sources. On Node 20 a thread does not get the TypeScript loader of its parent,
// by `execArgv` neither: it has to register its own before it imports TypeScript. Tests name a folder in which the threads
// lie built, which start in a tenth of the time.
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
