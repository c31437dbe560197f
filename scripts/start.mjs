// npm start and npm run dev: makes sure that everything is in place, then runs the server until it is told to stop.
import { spawn } from 'node:child_process'
import { ROOT, checkNode, ensureBuilt, ensureInstalled, fail, passSignals, watchNpm } from './bootstrap.mjs'
import { readEnvFile } from './read-env-file.mjs'

const development = process.argv.includes('--dev')

checkNode()
readEnvFile()
await ensureInstalled()
if (!development) await ensureBuilt()

const args = development
  ? ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server.ts']
  : ['--enable-source-maps', 'build/run/server.js']

const child = spawn(process.execPath, args, {
  cwd: ROOT,
  // The channel tells the server when this process is gone, even when it was killed outright.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, NODE_ENV: development ? 'development' : process.env.NODE_ENV || 'production' },
})
passSignals(child)
watchNpm(() => child.kill('SIGTERM'))
child.on('error', (error) => fail(`The server cannot be run: ${error.message}`))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
