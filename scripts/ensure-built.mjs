// Builds what is not built yet: a command of its own, for what runs beside others.
import { ensureBuilt } from './bootstrap.mjs'

await ensureBuilt()
