// Builds what is not built yet, as a separate command that others can run first.
import { ensureBuilt } from './bootstrap.mjs'

await ensureBuilt()
