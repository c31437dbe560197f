import { createDocument } from 'zod-openapi'
import type { oas31 } from 'zod-openapi'
import { API_SCOPES } from '~/domain/access/api-scopes'
import { VISITOR_COOKIE } from '~/platform/visitor/visitor-cookie'
import { answers } from './answers'
import { boardPaths } from './board-paths'
import { conversionPaths } from './conversion-paths'
import { ok, problems } from './responses'
import { trialPaths } from './trial-paths'
import { viewPaths } from './view-paths'

/** The OpenAPI document of `/api/v1`, made from the schemas that requests are parsed with. */
export function openApiDocument(): oas31.OpenAPIObject {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Foyer',
      version: '1',
      description:
        'Demos, trials and conversions of an experience center. Every error is an RFC 9457 problem, identified by its ' +
        '`code`. Every response reports the tightest rate limit.',
    },
    servers: [{ url: '/api/v1' }],
    tags: [
      { name: 'demos', description: 'Demos that can be tried.' },
      { name: 'visitor', description: 'Trials and requests of the visitor, identified by a cookie.' },
      { name: 'conversions', description: 'Conversions reported by other systems, with an API key.' },
      { name: 'boards', description: 'What the trials say, with an API key.' },
      { name: 'api', description: 'About this API.' },
    ],
    paths: {
      ...trialPaths,
      ...viewPaths,
      ...conversionPaths,
      ...boardPaths,
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
            'A key created by an admin in the studio. Scopes: ' +
            `${API_SCOPES.map((scope) => `\`${scope}\``).join(', ')}.`,
        },
        visitor: {
          type: 'apiKey',
          in: 'cookie',
          name: VISITOR_COOKIE,
          description: 'Signed by the server and set when the first trial starts.',
        },
      },
    },
  })
}
