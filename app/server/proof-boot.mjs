// First file of the proof thread. On Node 20 a thread does not get the TypeScript loader of its parent, by `execArgv`
// neither: it has to register its own before it imports TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./proof-worker.ts')
