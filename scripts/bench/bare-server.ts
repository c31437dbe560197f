import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// The minimum that a server can do with the same requests: read the body, parse it as JSON, answer.
const server = createServer((req, res) => {
  const chunks: Buffer[] = []
  req.on('data', (chunk: Buffer) => chunks.push(chunk))
  req.on('end', () => {
    const { events } = JSON.parse(Buffer.concat(chunks).toString()) as { events: { seq: number }[] }
    const answer = JSON.stringify({ lastSeq: events.at(-1)?.seq ?? 0 })
    res.writeHead(200, {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(answer)),
    })
    res.end(answer)
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.once('SIGTERM', () => process.exit(0))
