import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { Router } from 'express'
import type { Request, Response } from 'express'
import { plainJson } from '~/host/api/plain-json'
import { answerWith } from '~/host/http/plain-http'
import type { PlainHandler } from '~/host/http/plain-http'
import { figure } from './figure'
import type { Figure } from './figure'
import { HttpConnection } from './http-connection'
import { median } from './quantile'
import { rateOf } from './rate'

const CONNECTIONS = 10
const EVENT = {
  seq: 1,
  atMs: 1_234_567,
  type: 'SAVE_ORDER',
  data: { customer: 'c1', quantity: 10 },
  activeMs: 900,
}
const BODY = JSON.stringify({ trial: 'a-trial', events: Array.from({ length: 10 }, () => EVENT) })

interface Side {
  /** Microseconds of processor time for each request, over so many milliseconds. */
  cost(ms: number): Promise<number>
  close(): void
}

/**
 * What our own code on the hot path of collecting costs a request, beside the library that could take its place: the same
 * small server with either, in processor time, which other load hardly changes. The client runs in this process, so only the
 * differences mean something.
 */
export async function benchParts({
  rounds,
  roundMs,
}: {
  rounds: number
  roundMs: number
}): Promise<Figure[]> {
  const sides = {
    ours: await openSide(throughRouter(plainJson())),
    parser: await openSide(throughRouter(express.json())),
    application: await openSide(express().use(plainJson(), answer) as RequestListener),
  }
  const micros: Record<string, number[]> = {}
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, side] of Object.entries(sides)) {
      const cost = await side.cost(roundMs / 5)
      // The first round warms up.
      if (round >= 0) (micros[name] ??= []).push(cost)
    }
  }
  Object.values(sides).forEach((side) => side.close())
  const more = (name: keyof typeof sides, than: keyof typeof sides) =>
    median(micros[name] ?? []) - median(micros[than] ?? [])
  return [
    figure('a request with ours, client included', median(micros.ours ?? []), 'µs'),
    figure('express.json() instead of plainJson()', more('parser', 'ours'), 'µs more a request'),
    figure("Express's application before the route", more('application', 'ours'), 'µs more a request'),
  ]
}

const answer: PlainHandler = (_req, res) => answerWith(res, 200, 'application/json', '{"lastSeq":1}')

/** The handlers behind a router without an application, as events are served. */
function throughRouter(...handlers: (PlainHandler | express.RequestHandler)[]): RequestListener {
  const router = Router().use(...(handlers as express.RequestHandler[]), answer as express.RequestHandler)
  return (req, res) => router(req as Request, res as Response, () => void res.destroy())
}

async function openSide(listener: RequestListener): Promise<Side> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const idle = Array.from({ length: CONNECTIONS }, () => new HttpConnection(port))
  let requests = 0
  const request = async () => {
    const connection = idle.pop()
    if (!connection) throw new Error('There are fewer connections than loops.')
    await connection.post('/', 'Accept-Language: en\r\nCookie: a=b; c=d\r\n', BODY)
    idle.push(connection)
    requests += 1
    return 1
  }
  return {
    cost: async (ms) => {
      const [before, began] = [requests, process.cpuUsage()]
      await rateOf(ms, CONNECTIONS, request)
      const { user, system } = process.cpuUsage(began)
      return (user + system) / (requests - before)
    },
    close: () => {
      idle.forEach((connection) => connection.close())
      server.close()
    },
  }
}
