import { connect } from 'node:net'
import type { Socket } from 'node:net'

export interface HttpAnswer {
  status: number
  body: string
}

const HEAD_END = '\r\n\r\n'
const LAST_CHUNK = '\r\n0\r\n\r\n'

/**
 * One kept-alive connection that sends one request after another. Minimal: it understands answers with a
 * Content-Length, and of chunked ones where they end.
 */
export class HttpConnection {
  private readonly socket: Socket
  private received = ''
  private waiting: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | null = null

  constructor(
    port: number,
    private readonly host = '127.0.0.1',
  ) {
    this.socket = connect({ port, host, noDelay: true })
    this.socket.setEncoding('latin1')
    this.socket.on('data', (text: string) => this.read(text))
    this.socket.on('error', (error) => this.fail(error))
    this.socket.on('close', () => this.fail(new Error('the connection was closed')))
  }

  /** Posts JSON. One request at a time. */
  post(path: string, headers: string, body: string): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      const length = Buffer.byteLength(body)
      this.socket.write(
        `POST ${path} HTTP/1.1\r\nHost: ${this.host}\r\nContent-Type: application/json\r\n${headers}Content-Length: ${length}\r\n\r\n${body}`,
      )
    })
  }

  /** Asks for a page. One request at a time. */
  get(path: string, headers = ''): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      this.socket.write(`GET ${path} HTTP/1.1\r\nHost: ${this.host}\r\n${headers}\r\n`)
    })
  }

  close(): void {
    this.waiting = null
    this.socket.destroy()
  }

  private read(text: string): void {
    this.received += text
    const head = this.received.indexOf(HEAD_END)
    if (head === -1) return
    const from = head + HEAD_END.length
    const length = this.lengthOf(this.received.slice(0, head), from)
    if (Number.isNaN(length)) return this.fail(new Error('an answer without a length'))
    if (this.received.length < from + length) return
    const answer = {
      status: Number(this.received.slice(9, 12)),
      body: this.received.slice(from, from + length),
    }
    this.received = ''
    const { waiting } = this
    this.waiting = null
    waiting?.resolve(answer)
  }

  /** The length of the body, as far as it is known: that of a chunked one when its last chunk is there. */
  private lengthOf(head: string, from: number): number {
    if (!/transfer-encoding: chunked/i.test(head)) {
      return Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN)
    }
    return this.received.endsWith(LAST_CHUNK) ? this.received.length - from : Number.POSITIVE_INFINITY
  }

  private fail(error: Error): void {
    const { waiting } = this
    this.waiting = null
    waiting?.reject(error)
  }
}
