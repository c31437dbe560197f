import { createDocument } from 'zod-openapi'
import type { oas31 } from 'zod-openapi'
import { VISITOR_COOKIE } from '~/platform/visitor/visitor-cookie'
import { answers } from './answers'
import { conversionPaths } from './conversion-paths'
import { ok, problems } from './responses'
import { trialPaths } from './trial-paths'

/** The OpenAPI document of `/api/v1`, made from the schemas that requests are parsed with. */
export function openApiDocument(): oas31.OpenAPIObject {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Foyer',
      version: '1',
      description:
        'Demos, trials and conversions of an experience center. Every refusal is an RFC 9457 problem, told apart by ' +
        'its `code`. Every answer tells the tightest rate limit.',
    },
    servers: [{ url: '/api/v1' }],
    tags: [
      { name: 'demos', description: 'What can be tried.' },
      { name: 'visitor', description: 'What a visitor does in their browser, known by its cookie.' },
      { name: 'conversions', description: 'What other systems tell, by API key.' },
      { name: 'api', description: 'About this interface.' },
    ],
    paths: {
      ...trialPaths,
      ...conversionPaths,
      '/openapi.json': {
        get: {
          operationId: 'readOpenApi',
          summary: 'Read this document',
          tags: ['api'],
          responses: { 200: ok(answers.document, 'OpenAPI 3.1.'), ...problems([]) },
        },
      },
    },
    components: {
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A key that an admin made in the studio. Scopes: `conversions:write`, `conversions:read`.',
        },
        visitor: {
          type: 'apiKey',
          in: 'cookie',
          name: VISITOR_COOKIE,
          description: 'Signed by the server; given by the first trial.',
        },
      },
    },
  })
}
