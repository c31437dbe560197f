// What start and test need before anything else may be imported: Node itself only, no packages.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The directory of the clone, wherever the command was run from. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** The lowest supported minor version of each major version, as in `engines` of package.json. */
const OLDEST = { 20: 19, 22: 13 }
const INSTALL_STAMP = 'node_modules/.foyer-lock'
const BUILD_STAMP = 'build/.foyer-sources'
const BUILD_LOCK = 'node_modules/.foyer-build'

/** Every source of the build. */
const SOURCES = [
  'server.ts',
  'app',
  'db',
  'public',
  'content/locales',
  'vite.config.ts',
  'remix.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'scripts/precompress.mjs',
  'scripts/bundle-server.mjs',
]

/** A file of each build step without which the server cannot run. */
const BUILT = ['build/server/index.js', 'build/run/server.js', 'build/run/collect-worker.js']

const at = (path) => join(ROOT, path)

/** Ends the process with one sentence when this Node is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || minor >= OLDEST[major]) return
  fail(`Foyer needs Node 20.19, 22.13 or newer, and this is ${process.versions.node}: install a newer one.`)
}

/** What the installed packages are made from: patches are applied to them. */
const installedFrom = () => [at('package-lock.json'), ...filesIn(at('patches'))]

/** Installs the packages when they are missing or the lock file has changed since. */
export async function ensureInstalled() {
  // A linked directory belongs to another clone, and npm would replace its contents.
  if (lstatSync(at('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return
  const lock = hashOf(installedFrom())
  if (readStamp(INSTALL_STAMP) === lock) return
  if (readStamp(INSTALL_STAMP) === null && installedByHand()) return writeFileSync(at(INSTALL_STAMP), lock)
  say('Installing packages; the first time this takes about a minute')
  // NODE_ENV=production would leave out packages that the build needs.
  await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'])
  writeFileSync(at(INSTALL_STAMP), lock)
}

/** True when someone ran npm after the lock file was last written. */
function installedByHand() {
  const record = at('node_modules/.package-lock.json')
  return installedFrom().every((file) => isOlder(file, record))
}

/** Whether a file, which may be missing, was written after another. */
const isOlder = (file, than) => existsSync(than) && statSync(than).mtimeMs >= statSync(file).mtimeMs

/** Builds when there is no build, or sources have changed since; one process at a time. */
export async function ensureBuilt() {
  if (isBuilt()) return
  await lock(BUILD_LOCK)
  try {
    if (!isBuilt()) await build()
  } finally {
    rmSync(at(BUILD_LOCK), { force: true })
  }
}

const sourcesHash = () => hashOf(SOURCES.flatMap((source) => filesIn(at(source))))
const isBuilt = () => BUILT.every((file) => existsSync(at(file))) && readStamp(BUILD_STAMP) === sourcesHash()

async function build() {
  const sources = sourcesHash()
  say('Building')
  // An incomplete build must not count as one.
  rmSync(at(BUILD_STAMP), { force: true })
  await run(
    process.execPath,
    [at('node_modules/@remix-run/dev/dist/cli.js'), 'vite:build', '--logLevel', 'warn'],
    {
      NODE_ENV: 'production',
    },
  )
  await run(process.execPath, [at('scripts/precompress.mjs')])
  await run(process.execPath, [at('scripts/bundle-server.mjs')])
  writeFileSync(at(BUILD_STAMP), sources)
}

/** Creates a lock file with the process id, and waits while another living process holds it. */
async function lock(file) {
  for (;;) {
    try {
      return writeFileSync(at(file), String(process.pid), { flag: 'wx' })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isHeld(at(file))) await new Promise((resolve) => setTimeout(resolve, 200))
    else rmSync(at(file), { force: true })
  }
}

/**
 * Whether the process that made the lock still runs. Process ids are reused, so a lock older than five minutes
 * does not count.
 */
function isHeld(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    const isYoung = Date.now() - statSync(file).mtimeMs < 300_000
    return pid > 0 && pid !== process.pid && isYoung && process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Runs a command to its end in the clone. Ends this process, too, when it fails. */
async function run(command, args, env = {}) {
  const code = await runToEnd(command, args, env)
  if (code !== 0) fail(`This failed (${code}): ${[command, ...args].join(' ')}`)
}

/** Runs a command to its end and returns its exit code; signals that end this process end the command first. */
export function runToEnd(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } })
    const pass = passSignals(child)
    child.on('error', (error) => fail(`${command} cannot be run: ${error.message}`))
    child.on('exit', (code, signal) => {
      pass.end()
      resolve(code ?? signal)
    })
  })
}

/** Passes the signals of this process on to a child, which handles them. */
export function passSignals(child) {
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => [name, () => child.kill(name)])
  for (const [name, handler] of handlers) process.on(name, handler)
  return { end: () => handlers.forEach(([name, handler]) => process.off(name, handler)) }
}

/**
 * Calls `gone` when npm, which started this process, has ended: npm does not pass on a SIGTERM. A process started
 * by hand may outlive its shell.
 */
export function watchNpm(gone) {
  if (process.env.npm_lifecycle_event === undefined) return
  const npm = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(watch)
    gone()
  }, 500)
  watch.unref()
}

/** The npm that started this process, else the one in PATH. */
function runNpm(args) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args])
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
}

function filesIn(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
    .flatMap((entry) => filesIn(join(path, entry.name)))
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files)
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function readStamp(file) {
  return existsSync(at(file)) ? readFileSync(at(file), 'utf8') : null
}

export function say(line) {
  process.stdout.write(`${line}\n`)
}

export function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
