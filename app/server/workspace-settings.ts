import type { Settings } from '~/domain/content/settings'
import type { App } from './context'

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
