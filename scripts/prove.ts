import { setFastEngine } from '~/domain/demo/engine/fast/fast-engine'
import { findDemos } from './prove/find-demos'
import { printEntries } from './prove/print-entries'
import { proveFile } from './prove/prove-file'
import { readProveOptions, PROVE_USAGE, type ProveOptions } from './prove/read-options'

setFastEngine(process.env.FOYER_FAST_ENGINE !== 'off')
const options = optionsOrExit()
const files = options.files.length > 0 ? options.files : findDemos('content')
const entries = files.flatMap((file) => proveFile(file, options))

console.log(options.json ? JSON.stringify(entries, null, 2) : printEntries(entries).join('\n'))
process.exitCode = entries.length > 0 && entries.every((entry) => entry.status === 'proven') ? 0 : 1

function optionsOrExit(): ProveOptions {
  try {
    return readProveOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${PROVE_USAGE}`)
    process.exit(2)
  }
}
