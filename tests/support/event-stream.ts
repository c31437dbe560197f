interface StreamedEvent {
  event: string
  data: unknown
  id: string | null
}

export interface OpenedStream extends AsyncDisposable {
  status: number
  headers: Headers
  /** The next event of this name; null when the stream ended before. */
  next(name: string): Promise<StreamedEvent | null>
}

/** Reads server-sent events as a browser does. */
export async function openStream(url: string, headers: Record<string, string> = {}): Promise<OpenedStream> {
  const stop = new AbortController()
  const response = await fetch(url, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: stop.signal,
  })
  const events = response.body ? eventsIn(response.body) : null
  return {
    status: response.status,
    headers: response.headers,
    next: async (name) => {
      for (;;) {
        const step = await events?.next()
        if (!step || step.done) return null
        if (step.value.event === name) return step.value
      }
    },
    [Symbol.asyncDispose]: () => {
      stop.abort()
      return Promise.resolve()
    },
  }
}

async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamedEvent> {
  const decoder = new TextDecoder()
  let text = ''
  const reader = body.getReader()
  for (;;) {
    const part = await reader.read()
    if (part.done) return
    text += decoder.decode(part.value, { stream: true })
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = eventOf(text.slice(0, end))
      text = text.slice(end + 2)
      if (event) yield event
    }
  }
}

function eventOf(block: string): StreamedEvent | null {
  const fields = new Map(
    block.split('\n').map((line) => {
      const [name = '', ...value] = line.split(': ')
      return [name, value.join(': ')] as const
    }),
  )
  const event = fields.get('event')
  if (event === undefined) return null
  return { event, data: JSON.parse(fields.get('data') ?? 'null'), id: fields.get('id') ?? null }
}
