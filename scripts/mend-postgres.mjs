// Runs after `npm install`. postgres.js 3.4.9 does not get over a connection that is lost inside a transaction:
// - it writes to a socket that is gone, which throws where nobody can catch it, and ends the process
//   (https://github.com/porsager/postgres/issues/1208);
// - what it had half written stays, and a connection that is made anew then never sends its first message;
// - what it was asked between the error and the end of the connection is never answered;
// - what goes on in the transaction runs outside of it on that new connection, or takes it out of the pool for good
//   (https://github.com/porsager/postgres/issues/1216).
// Until a version that does is out, the guards are put in here. `tests/fault/lost-connection.db.test.ts` holds what they are for.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', 'postgres')

const MENDS = [
  {
    file: 'connection.js',
    before: `  function nextWrite(fn) {
    const x = socket.write(chunk, fn)`,
    after: `  function nextWrite(fn) {
    if (!socket) {
      nextWriteTimer !== null && clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options))
      return false
    }
    const x = socket.write(chunk, fn)`,
  },
  {
    file: 'connection.js',
    before: `    clearImmediate(nextWriteTimer)
    socket.removeListener('data', data)`,
    after: `    nextWriteTimer !== null && clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    socket.removeListener('data', data)`,
  },
  {
    file: 'connection.js',
    before: `    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    closedTime`,
    after: `    ;(query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    query = results = errorResponse = null
    result = new Result()
    closedTime`,
  },
  {
    file: 'index.js',
    before: `Object.assign(Postgres, {
  PostgresError,`,
    after: `Object.assign(Postgres, {
  outlivesLostConnections: true,
  PostgresError,`,
  },
  {
    file: 'index.js',
    before: `      , prepare = null

    try {`,
    after: `      , prepare = null
      , lost = null

    try {`,
  },
  {
    file: 'index.js',
    before: `        new Promise((_, reject) => connection.onclose = reject)`,
    after: `        new Promise((_, reject) => connection.onclose = error => {
          lost = error
          while (queries.length)
            queries.shift().reject(error)
          reject(error)
        })`,
  },
  {
    file: 'index.js',
    before: `        q.catch(e => uncaughtError || (uncaughtError = e))
        c.queue`,
    after: `        q.catch(e => uncaughtError || (uncaughtError = e))
        if (lost)
          return q.reject(lost)

        c.queue`,
  },
]

for (const folder of ['src', 'cjs/src', 'cf/src']) {
  for (const { file, before, after } of MENDS) {
    const path = join(ROOT, folder, file)
    if (!existsSync(path)) continue
    const text = readFileSync(path, 'utf8')
    if (text.includes(after)) continue
    if (text.split(before).length === 2)
      writeFileSync(
        path,
        text.replace(before, () => after),
      )
    else console.warn(`${path} is not as expected: left as it is`)
  }
}
