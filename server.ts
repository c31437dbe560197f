import { describeError } from '~/platform/log'
import { runServer } from '~/host/start/run-server'
import { refusalSentence } from '~/platform/start-refusal'
import { untilSignal } from '~/host/start/until-signal'
import { welcome } from '~/host/start/welcome'

// React and others look at this variable themselves.
process.env.NODE_ENV ||= 'production'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const explain = (error: unknown): string => {
  const { stack, message, cause } = describeError(error)
  return [stack || message, cause && `Caused by: ${cause.message}`].filter(Boolean).join('\n')
}
const stopWished = untilSignal()

try {
  const running = await runServer(process.env, say)
  say(welcome(running.url, running.operator))
  if (process.connected) process.send?.({ ready: running.url })
  await stopWished
  say('Stopping: finishing what is under way')
  await running.stop()
  process.exit(0)
} catch (error) {
  const sentence = refusalSentence(error)
  process.stderr.write(`${sentence ?? explain(error)}\n`)
  process.exit(1)
}
