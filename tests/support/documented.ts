import { Ajv2020 } from 'ajv/dist/2020'
import { openApiDocument } from '~/host/api/openapi/document'

const BASE = '/api/v1'
const document = openApiDocument()
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
ajv.addSchema(document, 'api')

interface Heard {
  method: string
  path: string
  status: number
  headers: Headers
  body: unknown
}

const pointer = (...parts: string[]): string =>
  parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The path of the document that a request went to, or undefined. */
const templateOf = (path: string): string | undefined => {
  const parts = path.split('?')[0]?.slice(BASE.length).split('/') ?? []
  const fits = (template: string) => {
    const names = template.split('/')
    return (
      names.length === parts.length && names.every((name, at) => name.startsWith('{') || name === parts[at])
    )
  }
  return Object.keys(document.paths ?? {}).find(fits)
}

/** Throws when a response of the API violates the document: its status, headers or body. */
export function expectDocumented(heard: Heard): void {
  const { method, path, status, headers } = heard
  const template = path.startsWith(`${BASE}/`) ? templateOf(path) : undefined
  // Requests of other sites, for other hosts or with a malformed address are refused before they reach the API.
  const isForeign = [400, 403, 421].includes(status) && !headers.has('RateLimit')
  const operation = template === undefined || isForeign ? undefined : operationOf(template, method)
  if (template === undefined || !operation) return
  const where = `${method} ${template} ${status}`
  const response = operation.responses?.[String(status)]
  if (!response || !('description' in response)) throw new Error(`${where} is not in the document`)
  const absent = ['RateLimit', 'RateLimit-Policy', 'X-Request-Id'].filter((one) => !headers.has(one))
  if (absent.length > 0) throw new Error(`${where} lacks ${absent.join(', ')}`)
  const at = pointer('paths', template, method.toLowerCase(), 'responses', String(status))
  if (response.content) expectBody(where, heard, at)
}

const operationOf = (template: string, method: string) =>
  document.paths?.[template]?.[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete']

function expectBody(where: string, { headers, body }: Heard, at: string): void {
  const type = headers.get('content-type')?.split(';')[0] ?? ''
  const $ref = `api#${at}${pointer('content', type, 'schema')}`
  const validate = ajv.getSchema($ref)
  if (!validate) throw new Error(`${where} answered with ${type}`)
  if (!validate(body))
    throw new Error(`${where}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(body)}`)
}
