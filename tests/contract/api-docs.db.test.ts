import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { apiClient } from '#tests/support/api-client'
import { expectDocumented } from '#tests/support/documented'
import { publishDemo } from '#tests/support/publish-demo'
import { readCurl } from '#tests/support/read-curl'
import { createTestApp } from '#tests/support/test-app'
import { serveApi } from '#tests/support/test-server'
import { API_SCOPES } from '~/domain/access/api-scopes'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { GENEROUS } from '~/host/api/rate-limit'

interface Example {
  status: number
  command: string
  answer: unknown
}

const EXAMPLE = /```sh\n# (\d{3})\n(curl [\s\S]*?)\n```(?:\n\n```json\n([\s\S]*?)\n```)?/g

async function examples(): Promise<Example[]> {
  const text = await readFile('docs/api.md', 'utf8')
  const found = [...text.matchAll(EXAMPLE)].map(([, status, command = '', answer]) => ({
    status: Number(status),
    command,
    answer: answer === undefined ? {} : (JSON.parse(answer) as unknown),
  }))
  expect(found).toHaveLength(text.split('```sh').length - 1)
  return found
}

test('every example of the docs is answered as they say', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const { secret } = await apiClient(test, server, [...API_SCOPES])
  const trial = await startTrial({ ctx: test.as(), input: { demo: 'request-approval', plan: 'free' } })
  const variables = { FOYER: server.origin, KEY: secret, TRIAL: trial.id }
  for (const { command, status, answer } of await examples()) {
    const { method, url, headers, body } = readCurl(command, variables)
    const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) })
    const said = (await response.json()) as Record<string, unknown>
    expect([command, response.status]).toEqual([command, status])
    expect(said).toMatchObject(answer as object)
    const heard = {
      method,
      path: url.slice(server.origin.length),
      status,
      headers: response.headers,
      body: said,
    }
    expectDocumented(heard)
  }
})

test('the docs name the limits that hold', async () => {
  const text = await readFile('docs/api.md', 'utf8')
  const { visitor, key, network } = GENEROUS
  expect(visitor).toEqual(key)
  const told = `${key.points} requests a minute for a visitor or a key, ${network.points.toLocaleString('en')} for a network`
  expect(text).toContain(told)
})
