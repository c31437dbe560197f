import type { Settings } from '~/domain/content/settings'
import type { CurrencyRates } from '~/domain/insight/value'
import type { App } from './context'
import type { LiveContent } from '../content/live-content'

/** Defaults until a settings document is published. */
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

/** The published settings of this workspace. */
export async function workspaceSettings({ content }: Pick<App, 'content'>): Promise<Settings> {
  return (await content.published('settings', 'settings'))?.body ?? UNSET
}

/** By which amounts are summed. */
export async function workspaceRates(app: Pick<App, 'content'>): Promise<CurrencyRates> {
  const { currency, rates = {} } = await workspaceSettings(app)
  return { headline: currency, rates }
}

/** The time zone in which times are shown. */
export async function workspaceTimeZone(app: Pick<App, 'content'>): Promise<string> {
  return (await workspaceSettings(app)).timeZone
}

/** The settings that the layout of every page needs, error pages included. */
export type Site = Pick<Settings, 'name' | 'locales' | 'embedHosts'>

const lastRead = new WeakMap<LiveContent, Site>()

/**
 * The published settings, or the last known ones while the database is down, so that error pages can be shown. Never
 * rejects.
 */
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
