// A Chromium for the browser tests: the configured one, an installed one, Playwright's own, or one from apt.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { say } from './bootstrap.mjs'
import { runCaptured } from './parts.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of a working browser; null, with the reason printed, when there is none. */
export async function findBrowser() {
  const named = process.env.FOYER_BROWSER || process.env.CHROME_PATH
  if (named)
    return existsSync(named)
      ? named
      : refuse(`FOYER_BROWSER or CHROME_PATH names ${named}, which is not there.`)
  return installed() ?? (await fromPlaywright()) ?? (await fromApt()) ?? refuse('No Chromium was found.')
}

function installed() {
  return NAMES.map(onPath).find(Boolean) ?? MAC_PLACES.find((place) => existsSync(place))
}

function onPath(name) {
  const looked = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' })
  return looked.status === 0 ? looked.stdout.trim().split('\n')[0] : undefined
}

async function fromPlaywright() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

async function fromApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get')) return undefined
  say('Installing Chromium with apt-get, once')
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { code, output } = await runCaptured('apt-get', ['-qq', ...args], {
      DEBIAN_FRONTEND: 'noninteractive',
    })
    if (code !== 0) {
      say(output)
      return undefined
    }
  }
  return onPath('chromium')
}

function refuse(reason) {
  say(
    `${reason} Install one (apt install chromium, or npx playwright install chromium), or set FOYER_BROWSER to its path.`,
  )
  return null
}
