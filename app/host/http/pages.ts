import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/node'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import { Router } from 'express'
import { projectPath } from '#db/project-path'
import type { App } from '~/platform/context/context'
import { remixHandler } from './remix-handler'
import { createRouteNamer } from './route-namer'
import { StartRefusal } from '~/platform/start-refusal'
import { staticFiles } from './static-files'

/** Everything except the API: static files and the Remix pages. */
export interface Pages {
  /** Before the guards: files that anyone may read. */
  files: Router
  /** Last of all. */
  routes: Router
  /** Renders reading pages to be kept; null where pages change with their sources. */
  reading: ReadingPages | null
  close(): Promise<void>
}

/** What a reading page is rendered for. */
type ReadingFacts = Required<Pick<AppLoadContext, 'locale' | 'shared'>>

export interface ReadingPages {
  /** The template of a path, for the metrics. */
  nameOf(path: string): string
  render(request: Request, facts: ReadingFacts): Promise<Response>
}

/** The built pages. */
export async function builtPages(app: App): Promise<Pages> {
  const entry = projectPath('build/server/index.js')
  if (!existsSync(entry)) throw new StartRefusal('There is no build. Run npm start to create one.')
  const build: ServerBuild = await import(pathToFileURL(entry).href)
  const nameOf = createRouteNamer(build.routes)
  const routes = Router()
  routes.use((req, res, next) => {
    res.locals.route = nameOf(req.path)
    next()
  })
  routes.use(remixHandler(app, build))
  const handle = createRequestHandler(build, app.env.mode)
  const render = (request: Request, facts: ReadingFacts) =>
    handle(request, { app, address: '', local: false, requestId: randomUUID(), nonce: '', ...facts })
  const reading = { nameOf, render }
  return { files: staticFiles(projectPath('build/client')), routes, reading, close: async () => {} }
}

/** The pages from their sources, through Vite in this process; saved files show at once. */
export async function livePages(app: App, server: Server): Promise<Pages> {
  const vite = await import('vite')
  const dev = await vite.createServer({
    root: projectPath('.'),
    server: { middlewareMode: true, hmr: { server } },
  })
  const load = async () => (await dev.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
  const files = Router()
  files.use(dev.middlewares)
  const routes = Router()
  routes.use(remixHandler(app, load))
  return { files, routes, reading: null, close: () => dev.close() }
}
