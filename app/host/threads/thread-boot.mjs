// First file of every thread that runs from sources. On Node 20 a thread does not get the TypeScript loader of its parent,
// by `execArgv` neither: it has to register its own before it imports TypeScript.
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(`./${workerData.module}.ts`)
