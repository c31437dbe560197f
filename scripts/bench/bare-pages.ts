import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// Runs as a process: the minimum that a server can do for a page, which is to send its bytes. Its argument is a
// file of all pages, by path.
const pages = new Map(
  Object.entries(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Record<string, string>).map(
    ([path, text]) => [path, Buffer.from(text)],
  ),
)

const server = createServer((req, res) => {
  const bytes = pages.get(req.url ?? '')
  res.writeHead(bytes ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(bytes?.length ?? 0),
  })
  res.end(bytes)
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.once('SIGTERM', () => process.exit(0))
