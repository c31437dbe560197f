// Runs after `npm install`. postgres.js 3.4.9 writes to a socket that is gone when a connection is lost inside a
// transaction: it throws where nobody can catch it, which ends the process, and the connection never works again
// (https://github.com/porsager/postgres/issues/1208). Until a version with a guard is out, the guard is put in here.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', 'postgres')
const BEFORE = `  function nextWrite(fn) {
    const x = socket.write(chunk, fn)`
const AFTER = `  function nextWrite(fn) {
    if (!socket) {
      nextWriteTimer !== null && clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options))
      return false
    }
    const x = socket.write(chunk, fn)`

for (const folder of ['src', 'cjs/src', 'cf/src']) {
  const file = join(ROOT, folder, 'connection.js')
  if (!existsSync(file)) continue
  const text = readFileSync(file, 'utf8')
  if (text.includes(BEFORE)) writeFileSync(file, text.replace(BEFORE, AFTER))
  else if (!text.includes('if (!socket)')) console.warn(`${file} is not as expected: left as it is`)
}
