// Compresses the client build ahead of requests: called after every build.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const DIRECTORY = 'build/client/assets'
const TEXT = /\.(js|css|svg|json)$/
const WORTH_BYTES = 1_000

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

async function compress(file) {
  const bytes = await readFile(file)
  if (bytes.length < WORTH_BYTES) return
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  await writeFile(`${file}.br`, await brotli(bytes, { params: quality }))
  await writeFile(`${file}.gz`, await zip(bytes, { level: 9 }))
}

const names = await readdir(DIRECTORY)
await Promise.all(names.filter((name) => TEXT.test(name)).map((name) => compress(join(DIRECTORY, name))))
