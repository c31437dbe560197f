import { startEmbedded } from '#db/embedded'

// A process of its own that runs the embedded database of the directory it is given, until it is killed.
const [directory = ''] = process.argv.slice(2)
const { url, pid } = await startEmbedded({ directory, settings: ['fsync=off'] })
process.stdout.write(`${JSON.stringify({ url, pid: pid() })}\n`)
setInterval(() => {}, 60_000)
