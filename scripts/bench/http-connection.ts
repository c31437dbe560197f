import { connect } from 'node:net'
import type { Socket } from 'node:net'

export interface HttpAnswer {
  status: number
  body: string
}

const HEAD_END = '\r\n\r\n'

/**
 * One kept-alive connection that sends one request after another. Minimal: it understands only answers with a
 * Content-Length.
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

  close(): void {
    this.waiting = null
    this.socket.destroy()
  }

  private read(text: string): void {
    this.received += text
    const head = this.received.indexOf(HEAD_END)
    if (head === -1) return
    const length = Number(/content-length: (\d+)/i.exec(this.received.slice(0, head))?.[1] ?? Number.NaN)
    if (Number.isNaN(length)) return this.fail(new Error('an answer without a length'))
    const from = head + HEAD_END.length
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

  private fail(error: Error): void {
    const { waiting } = this
    this.waiting = null
    waiting?.reject(error)
  }
}
