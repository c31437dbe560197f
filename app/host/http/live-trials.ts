import type { Request, RequestHandler, Response } from 'express'
import { isDomainError } from '~/domain/errors'
import { queryOf } from '~/features/boards/filter/board-query'
import { watchNewTrials } from '~/features/boards/live/watch-new-trials.server'
import type { App, Context } from '~/platform/context/context'
import { isPermitted } from '~/platform/context/is-permitted'
import { createContext } from '~/platform/context/request-context'
import type { EventStream } from '~/platform/http/event-streams'
import { headersOf } from '~/platform/http/request-headers'

interface LivePace {
  /** Between two messages that say only that the stream is alive, and between two looks at who may still read it. */
  beatMs: number
  /** Between two counts, however often trials change. */
  pauseMs: number
}

const PACE: LivePace = { beatMs: 15_000, pauseMs: 1_000 }

/**
 * Streams how many trials a board's view does not have yet, as server-sent events: `trials` with the count, `beat`,
 * `interrupted` while it cannot be counted, and `end` for who may no longer read it. Nothing is asked of the database until
 * the copy says that trials changed.
 */
export function liveTrials(app: App, pace = PACE): RequestHandler {
  const watchers = new Set<Watcher>()
  const rounds = new Rounds(pace.pauseMs, async () => {
    for (const watcher of watchers) await watcher.look()
  })
  let beat: NodeJS.Timeout | undefined
  let unlisten = () => {}

  function begin(watcher: Watcher): void {
    watchers.add(watcher)
    if (watchers.size > 1) return
    unlisten = app.columns.onTrials(() => rounds.ask())
    beat = setInterval(() => watchers.forEach((each) => void each.beat()), pace.beatMs).unref()
  }

  function leave(watcher: Watcher): void {
    watchers.delete(watcher)
    if (watchers.size > 0) return
    unlisten()
    clearInterval(beat)
  }

  return (req, res, next) => {
    Watcher.open(app, req, res).then((watcher) => {
      begin(watcher)
      // Trials may have changed since its first count, before anybody listened.
      void watcher.look()
      watcher.stream.onClose(() => leave(watcher))
      if (!watcher.stream.open) leave(watcher)
    }, next)
  }
}

/** One page that follows along. */
class Watcher {
  private sent: number

  private constructor(
    private readonly contextOf: () => Promise<Context>,
    private readonly input: Record<string, string>,
    readonly stream: EventStream,
    { count, asOfMs }: { count: number; asOfMs: number },
    lastId: string | undefined,
  ) {
    this.sent = count
    // What a browser had before it was cut off is not sent again.
    if (lastId !== nameOf(count)) stream.send('trials', { count, asOf: asOfMs }, nameOf(count))
  }

  static async open(app: App, req: Request, res: Response): Promise<Watcher> {
    const url = new URL(req.originalUrl, 'http://localhost')
    const { requestId } = res.locals
    const facts = { url, headers: headersOf(req), requestId, nonce: '', address: '' }
    const contextOf = () => createContext(app, facts)
    const ctx = await contextOf()
    const input = queryOf(url.href)
    const first = await watchNewTrials({ ctx, input })
    const person = ctx.actor.kind === 'staff' ? ctx.actor.id : ctx.actor.kind
    res.locals.route = '/boards/live'
    const stream = app.streams.open(res, person)
    return new Watcher(contextOf, input, stream, first, req.get('last-event-id'))
  }

  /** Counts again, and says so when there are more or fewer. */
  look(): Promise<void> {
    return this.asReader(async (ctx) => {
      const { count, asOfMs } = await watchNewTrials({ ctx, input: this.input })
      if (count === this.sent) return
      this.sent = count
      this.stream.send('trials', { count, asOf: asOfMs }, nameOf(count))
    })
  }

  beat(): Promise<void> {
    return this.asReader((ctx) => {
      if (isPermitted(ctx, 'boards.read')) this.stream.send('beat', {})
      else this.finish()
      return Promise.resolve()
    })
  }

  private finish(): void {
    this.stream.send('end', {})
    this.stream.end()
  }

  /** The session is looked up each time: it may have ended, and roles may have been taken. */
  private async asReader(work: (ctx: Context) => Promise<void>): Promise<void> {
    if (!this.stream.open) return
    try {
      await work(await this.contextOf())
    } catch (error) {
      if (isDomainError(error) && (error.code === 'unauthenticated' || error.code === 'forbidden')) {
        return this.finish()
      }
      this.sent = -1
      this.stream.send('interrupted', {})
    }
  }
}

/** The baseline stands in the address, so the count alone says what a page has. */
const nameOf = (count: number): string => String(count)

/** Runs work when asked, one at a time, and never more often than a pause, which grows with what a round takes. */
class Rounds {
  private isAsked = false
  private isRunning = false

  constructor(
    private readonly pauseMs: number,
    private readonly work: () => Promise<void>,
  ) {}

  ask(): void {
    this.isAsked = true
    if (!this.isRunning) void this.run()
  }

  private async run(): Promise<void> {
    this.isRunning = true
    while (this.isAsked) {
      this.isAsked = false
      const began = performance.now()
      await this.work()
      const pause = Math.max(this.pauseMs, 2 * (performance.now() - began))
      await new Promise((resolve) => setTimeout(resolve, pause).unref())
    }
    this.isRunning = false
  }
}
