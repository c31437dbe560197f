import { startEmbedded } from '#db/embedded'

// A separate process that runs the embedded database of the given directory until it is killed.
const [directory = ''] = process.argv.slice(2)
const { url, pid } = await startEmbedded({ directory, settings: ['fsync=off'] })
process.stdout.write(`${JSON.stringify({ url, pid: pid() })}\n`)
setInterval(() => {}, 60_000)
