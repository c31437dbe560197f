/** What a page knows of the trials that it does not show. */
export interface LiveState {
  count: number
  /** `waiting` in a hidden tab and before the first message; `interrupted` while nothing comes; `ended` for good. */
  status: 'waiting' | 'live' | 'interrupted' | 'ended'
}

/** The server says something every 15 s; without a word for this long the connection is dead. */
const SILENCE_MS = 40_000
/** A page that is only passed through opens no stream. */
const SETTLING_MS = 1_500
const FIRST_PAUSE_MS = 2_000
const MOST_PAUSE_MS = 60_000

/**
 * Keeps one stream of server-sent events open while the page is looked at. The browser connects again by itself after a
 * broken connection; a refusal and a silence are retried here, later each time.
 */
export class LiveConnection {
  private source: EventSource | null = null
  private state: LiveState = { count: 0, status: 'waiting' }
  private timer: number | undefined
  private failures = 0

  constructor(
    private readonly href: string,
    private readonly onState: (state: LiveState) => void,
  ) {}

  start(): void {
    document.addEventListener('visibilitychange', this.follow)
    this.timer = window.setTimeout(this.follow, SETTLING_MS)
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.follow)
    this.close()
  }

  private readonly follow = (): void => {
    if (this.state.status === 'ended') return
    if (document.hidden) {
      this.close()
      this.tell({ status: 'waiting' })
    } else if (this.source === null) this.open()
  }

  private open(): void {
    this.close()
    const source = new EventSource(this.href)
    this.source = source
    source.addEventListener('trials', ({ data }) => {
      const { count } = JSON.parse(String(data)) as { count: number }
      this.hear({ count, status: 'live' })
    })
    source.addEventListener('beat', () => this.hear({ status: 'live' }))
    source.addEventListener('interrupted', () => this.hear({ status: 'interrupted' }))
    source.addEventListener('end', () => {
      this.close()
      this.tell({ status: 'ended' })
    })
    source.addEventListener('error', () => {
      this.tell({ status: 'interrupted' })
      if (source.readyState === EventSource.CLOSED) this.retry()
    })
    this.watchSilence()
  }

  private hear(change: Partial<LiveState>): void {
    this.failures = 0
    this.watchSilence()
    this.tell(change)
  }

  private watchSilence(): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => {
      this.tell({ status: 'interrupted' })
      this.retry()
    }, SILENCE_MS)
  }

  private retry(): void {
    this.close()
    const pause = Math.min(MOST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.failures)
    this.failures += 1
    this.timer = window.setTimeout(() => this.open(), pause)
  }

  private close(): void {
    clearTimeout(this.timer)
    this.source?.close()
    this.source = null
  }

  private tell(change: Partial<LiveState>): void {
    this.state = { ...this.state, ...change }
    this.onState(this.state)
  }
}
