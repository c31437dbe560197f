import type { Logger } from 'pino'
import postgres from 'postgres'
import { CONTENT_CHANNEL } from '#db/queries/notices'

export interface ChangeListener {
  /** True while a notice sent now would arrive here. */
  isUp(): boolean
  start(): Promise<void>
  stop(): Promise<void>
}

const RETRY_MS = 250
const MAX_RETRY_MS = 2_000

/**
 * Listens on its own connection and calls `onChange` at every notification, and after every reconnect, since
 * notifications may have been missed. It keeps retrying until stopped: postgres.js's own `listen` gives up when the
 * first attempt after a lost connection fails.
 */
export function listenForChanges(options: {
  url: string
  log: Logger
  onChange: () => void
}): ChangeListener {
  const { url, log, onChange } = options
  let client: postgres.Sql | null = null
  let state: 'stopped' | 'down' | 'up' = 'stopped'
  let attempts = 0
  let retry: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const mine = openListener(url, {
      onnotify: onChange,
      onclose: () => void (client === mine && lost()),
    })
    client = mine
    try {
      await mine.unsafe(`listen ${CONTENT_CHANNEL}`)
    } catch (error) {
      if (client === mine) lost(error)
      return
    }
    if (client !== mine) return
    state = 'up'
    attempts = 0
    onChange()
  }

  function lost(error?: unknown): void {
    const old = client
    client = null
    void old?.end({ timeout: 0 }).catch(() => {})
    if (state === 'stopped') return
    if (state === 'up') log.warn({ err: error }, 'The content listener lost its connection')
    state = 'down'
    onChange()
    retry = setTimeout(() => void connect(), Math.min(MAX_RETRY_MS, RETRY_MS * 2 ** attempts++)).unref()
  }

  return {
    isUp: () => state === 'up',
    start: async () => {
      if (state !== 'stopped') return
      state = 'down'
      await connect()
    },
    stop: async () => {
      state = 'stopped'
      clearTimeout(retry)
      const old = client
      client = null
      await old?.end({ timeout: 1 })
    },
  }
}

/** postgres.js accepts `onnotify`, but its types lack it. */
function openListener(url: string, handlers: { onnotify: () => void; onclose: () => void }): postgres.Sql {
  const options = {
    ...handlers,
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: 'foyer-listener' },
  }
  return postgres(url, options)
}
