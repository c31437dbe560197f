import type { Settings } from '~/domain/content/settings'
import type { App } from './context'
import type { LiveContent } from '../content/live-content'

/** What holds until a settings document is published. */
const UNSET: Settings = {
  format: 'foyer-settings/1',
  name: 'Foyer',
  locales: ['en', 'zh', 'es'],
  timeZone: 'UTC',
  currency: 'USD',
  conversionWindowDays: 30,
  consent: 'ask',
  embedHosts: [],
}

/** The settings of this workspace, as they are published now. */
export async function workspaceSettings({ content }: Pick<App, 'content'>): Promise<Settings> {
  return (await content.published('settings', 'settings'))?.body ?? UNSET
}

/** The time zone in which the workspace tells times. */
export async function workspaceTimeZone(app: Pick<App, 'content'>): Promise<string> {
  return (await workspaceSettings(app)).timeZone
}

/** What the frame of every page needs, that of errors included. */
export type Site = Pick<Settings, 'name' | 'locales' | 'embedHosts'>

const lastRead = new WeakMap<LiveContent, Site>()

/** As it is published now, or as it last was while the database is away: the frame of an error must stand. Never rejects. */
export async function readSite(app: Pick<App, 'content'>): Promise<Site> {
  try {
    const { name, locales, embedHosts } = await workspaceSettings(app)
    const site = { name, locales, embedHosts }
    lastRead.set(app.content, site)
    return site
  } catch {
    return lastRead.get(app.content) ?? UNSET
  }
}
