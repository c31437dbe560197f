import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openBenchStore } from './bench-store'
import type { BenchStore } from './bench-store'
import { buildChildren, nextMessage, startChild } from './child'
import type { Child } from './child'
import { figure } from './figure'
import type { Figure } from './figure'
import type { PageLoadOrder, PageLoadRound } from './page-load'
import { median } from './quantile'

const PROCESSES = {
  application: 'scripts/bench/application.ts',
  'bare-pages': 'scripts/bench/bare-pages.ts',
  'page-load': 'scripts/bench/page-load.ts',
}

const SECRET = 'bench-secret-'.repeat(4)
const FOLDERS = ['settings', 'plans', 'scenarios', 'audiences', 'demos', 'help', 'messages', 'pages']
const PAGES = ['/', '/demos/order-to-cash', '/pricing', '/help', '/help/getting-started', '/trust']
const CONNECTIONS = 10

/** Of a kept page against the same page rendered by Remix, and against a bare answer of the same bytes. */
const GOALS = { uncached: 20, bare: 0.5 }

interface PagesOptions {
  rounds: number
  /** Length of one round of one page on one side, in milliseconds. */
  roundMs: number
  say: (line: string) => void
}

type Side = 'kept' | 'uncached' | 'bare'
type Rates = Record<Side, number[]>

/** Measures reading pages as they are kept, as Remix renders them, and as a bare server sends their bytes, side by side. */
export async function benchPages({ rounds, roundMs, say }: PagesOptions): Promise<Figure[]> {
  const store = await openBenchStore(SECRET, say, FOLDERS)
  const children: Child[] = []
  const start = async (module: string, argument: string): Promise<number> => {
    const child = startChild(module, environmentOf(store), [argument])
    children.push(child)
    return (await nextMessage<{ port: number }>(child)).port
  }
  try {
    await buildChildren(PROCESSES)
    const kept = await start('application', 'kept')
    const uncached = await start('application', 'uncached')
    const bare = await start('bare-pages', await writeBytes(store, kept))
    const load = startChild('page-load')
    children.push(load)
    const measure = measureOn(load, { kept, uncached, bare })
    const figures: Figure[] = []
    for (const path of PAGES) {
      say(`Asking for ${path}`)
      figures.push(...figuresOf(path, await ratesOf(path, { rounds, roundMs }, measure)))
    }
    return figures
  } finally {
    await Promise.all(children.map((child) => child.stop()))
    await store.remove()
  }
}

const environmentOf = (store: BenchStore): Record<string, string> => ({
  ...{ NODE_ENV: 'production', LOG_LEVEL: 'warn', HOST: '127.0.0.1', PORT: '0' },
  ...{ DATABASE_URL: store.url, FOYER_SECRET: SECRET },
})

/** The bytes of all pages in a file, as the kept side sends them. */
async function writeBytes(store: BenchStore, port: number): Promise<string> {
  const texts: [path: string, text: string][] = []
  for (const path of PAGES) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { 'accept-encoding': 'identity' },
    })
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
    texts.push([path, await answer.text()])
  }
  const file = join(store.directory, 'pages.json')
  await writeFile(file, JSON.stringify(Object.fromEntries(texts)))
  return file
}

type Measure = (side: Side, path: string, ms: number) => Promise<number>

/** Asks one side for a page. @throws Error when an answer was not the page */
function measureOn(load: Child, ports: Record<Side, number>): Measure {
  return async (side, path, ms) => {
    const order: PageLoadOrder = { port: ports[side], path, ms, connections: CONNECTIONS }
    load.process.send(order)
    const { rate, refused } = await nextMessage<PageLoadRound>(load)
    if (refused > 0) throw new Error(`${refused} answers to ${path} were not the page`)
    return rate
  }
}

/** The rates of all sides, round by round, so that other load on the machine affects each. The first round warms up. */
async function ratesOf(
  path: string,
  { rounds, roundMs }: Pick<PagesOptions, 'rounds' | 'roundMs'>,
  measure: Measure,
): Promise<Rates> {
  const rates: Rates = { kept: [], uncached: [], bare: [] }
  for (let round = -1; round < rounds; round += 1) {
    for (const side of ['kept', 'uncached', 'bare'] as const) {
      const rate = await measure(side, path, roundMs / 3)
      if (round >= 0) rates[side].push(rate)
    }
  }
  return rates
}

function figuresOf(path: string, rates: Rates): Figure[] {
  const against = (side: Side) =>
    median(rates.kept.map((rate, round) => rate / (rates[side][round] ?? Number.NaN)))
  return [
    figure(`${path}: kept`, median(rates.kept), 'a second'),
    figure(`${path}: rendered by Remix`, median(rates.uncached), 'a second'),
    figure(`${path}: a bare answer`, median(rates.bare), 'a second'),
    figure(`${path}: kept against Remix`, against('uncached'), 'times', { atLeast: GOALS.uncached }),
    figure(`${path}: kept against bare`, against('bare'), 'times', { atLeast: GOALS.bare }),
  ]
}
