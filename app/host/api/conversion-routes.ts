import { Router } from 'express'
import { acceptReports } from '~/features/conversions/reports/accept-reports.server'
import { listConversions } from '~/features/conversions/list/list-conversions.server'
import { conversionQuerySchema } from '~/features/conversions/schemas'
import { withdrawConversion } from '~/features/conversions/reports/withdraw-conversion.server'
import type { App } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { otherMethods } from './endpoint'
import type { Call } from './endpoint'
import { jsonBody } from './json-body'
import { keyEndpoint } from './key-endpoint'
import { requireUuid } from './require-uuid'
import { reportedConversionView } from './views'

/** Conversions reported by other systems with an API key. */
export function conversionRoutes(app: App): Router {
  const routes = Router()
  routes.param('conversion', requireUuid('conversion'))
  routes
    .route('/conversions')
    .get(keyEndpoint(app, list))
    .post(jsonBody(CONVERSIONS_LIMIT_BYTES), keyEndpoint(app, report))
    .delete(keyEndpoint(app, withdrawExternal))
    .all(otherMethods('GET', 'POST', 'DELETE'))
  routes.route('/conversions/:conversion').delete(keyEndpoint(app, withdraw)).all(otherMethods('DELETE'))
  return routes
}

/** Large enough for a full batch with every text at its maximum length. */
const CONVERSIONS_LIMIT_BYTES = 1024 * 1024

async function list({ ctx, req, res }: Call): Promise<void> {
  const { filter, at, id, limit } = parseInput(conversionQuerySchema, req.query)
  const before = at && id ? { before: { at, id } } : {}
  const page = await listConversions({ ctx, input: { filter, limit, ...before } })
  res.json({ conversions: page.conversions.map(reportedConversionView), next: page.next })
}

async function report({ ctx, req, res, headers }: Call): Promise<void> {
  const idempotencyKey = headers.get('idempotency-key') ?? undefined
  const input = { body: req.body as Record<string, unknown>, idempotencyKey }
  const { status, body, replayed } = await acceptReports({ ctx, input })
  if (replayed) res.setHeader('Idempotency-Replayed', 'true')
  res.status(status).json(body)
}

async function withdraw({ ctx, req, res }: Call): Promise<void> {
  const input = { id: req.params.conversion ?? '', ...reasonOf(req) }
  res.json(await withdrawConversion({ ctx, input }))
}

async function withdrawExternal({ ctx, req, res }: Call): Promise<void> {
  const input = { externalId: textOf(req.query.externalId) ?? '', ...reasonOf(req) }
  res.json(await withdrawConversion({ ctx, input }))
}

const reasonOf = ({ query }: Call['req']): { reason?: string } => {
  const reason = textOf(query.reason)
  return reason === undefined ? {} : { reason }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
