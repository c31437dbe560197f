import { v4 as uuidv4 } from 'uuid'
import { instantOf } from '~/domain/day'
import { compileDemo } from '~/domain/demo/engine/compile'
import { prove } from '~/domain/demo/proof/prove'
import type { Proof } from '~/domain/demo/proof/prove'
import type { Demo } from '~/domain/demo/format/schema'
import { paths } from '~/paths'
import type { SimulatedDemo, SimulatedVisitor, SimulationDriver } from './driver'

const AGENTS: Record<SimulatedVisitor['device'], string> = {
  desktop: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
  phone: 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36',
  tablet: 'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1',
}

const MOST_TRIES = 6

interface ApiCall {
  method: 'GET' | 'POST' | 'PUT'
  path: string
  body?: unknown
  visitor?: SimulatedVisitor
  /** An API key, sent with each request. */
  key?: string | undefined
}

/**
 * Simulates visitors with separate browsers through the public API of the Foyer at `origin`. Everything happens
 * now: a client cannot send events in the past. It waits when a rate limit says so. A Foyer on another host
 * accepts simulated trials only with an API key.
 */
export function httpDriver(
  origin: string,
  { key, fetch = globalThis.fetch }: { key?: string | undefined; fetch?: typeof globalThis.fetch } = {},
): SimulationDriver {
  const jars = new Map<string, string>()
  const proofs = new Map<string, Proof>()

  async function call({ method, path, body, visitor, key }: ApiCall): Promise<Record<string, unknown>> {
    for (let tries = 1; ; tries += 1) {
      const response = await fetch(origin + path, {
        method,
        headers: {
          ...headersOf(origin, visitor, visitor && jars.get(visitor.key)),
          ...(key !== undefined && { authorization: `Bearer ${key}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const answer = (await response.json()) as Record<string, unknown>
      const [cookie] = response.headers.getSetCookie()
      if (visitor && cookie) jars.set(visitor.key, cookie.split(';')[0] ?? '')
      if (response.ok) return answer
      if (![429, 503].includes(response.status) || tries === MOST_TRIES) throw refusal(method, path, answer)
      await wait(Number(response.headers.get('retry-after') ?? 1) * 1000)
    }
  }

  async function readDemo(slug: string): Promise<SimulatedDemo> {
    const { demo } = await call({ method: 'GET', path: paths.api.demo(slug) })
    const compiled = compileDemo(demo as Demo)
    return {
      slug,
      compiled,
      ideal: async (plan, role) => {
        const proof = proofs.get(slug) ?? prove(compiled)
        proofs.set(slug, proof)
        return proof.runs.find((one) => one.plan === plan && one.role === role)?.ideal ?? null
      },
    }
  }

  return {
    demos: async () => {
      const { demos } = await call({ method: 'GET', path: paths.api.demos() })
      return Promise.all((demos as { slug: string }[]).map(({ slug }) => readDemo(slug)))
    },
    begin: async (visitor, wish) => {
      const { device, locale, touch } = visitor
      const body = { ...wish, device, locale, touch, simulated: true }
      const begun = await call({ method: 'POST', path: paths.api.trials(), body, visitor, key })
      const startedAt = instantOf(String(begun['startedAt'])).getTime()
      return { id: String(begun['id']), seed: String(begun['seed']), startedAt }
    },
    send: async (visitor, trial, events) => {
      await call({ method: 'POST', path: paths.api.events(trial), body: { trial, events }, visitor })
    },
    rate: async (visitor, trial, said) => {
      await call({ method: 'PUT', path: paths.api.rating(trial), body: said, visitor })
    },
    remark: async (visitor, trial, said) => {
      const path = paths.api.remark(trial, uuidv4())
      await call({ method: 'PUT', path, body: said, visitor })
    },
    look: async (visitor, path) => {
      await call({ method: 'POST', path: paths.api.views(), body: { path }, visitor })
    },
    meet: async (visitor, met) => {
      await call({ method: 'POST', path: paths.api.messages(), body: met, visitor })
    },
    search: async (visitor, typed) => {
      await fetch(origin + paths.help({ q: typed }), {
        headers: headersOf(origin, visitor, jars.get(visitor.key)),
      })
    },
    ask: async (visitor, ask) => {
      await call({ method: 'POST', path: paths.api.ownConversions(), body: ask, visitor })
    },
    // Reports a conversion as a shop or CRM does.
    convert: async (conversion) => {
      if (key === undefined) return false
      await call({ method: 'POST', path: paths.api.conversions(), body: conversion, key })
      return true
    },
  }
}

function headersOf(
  origin: string,
  visitor?: SimulatedVisitor,
  visitorCookie?: string,
): Record<string, string> {
  const cookies = [visitorCookie, visitor?.consents ? 'foyer_consent=granted' : undefined]
  const cookie = cookies.filter((one) => one !== undefined).join('; ')
  return {
    origin,
    accept: 'application/json',
    'content-type': 'application/json',
    ...(visitor && { 'user-agent': AGENTS[visitor.device], 'accept-language': visitor.locale }),
    ...(cookie && { cookie }),
  }
}

function refusal(method: string, path: string, problem: Record<string, unknown>): Error {
  const said = [problem['title'], problem['detail']].filter(Boolean).join(': ')
  return new Error(`${method} ${path} was refused: ${said}`)
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
