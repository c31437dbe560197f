import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { sample } from '#tests/support/depth'
import { pagePaths } from '#tests/support/page-paths'
import { asStaff } from '#tests/support/staff'
import { startSite } from '#tests/support/start-site'
import { createTestApp } from '#tests/support/test-app'
import { API_SCOPES } from '~/domain/access/api-scopes'
import { STAFF_ROLES, isAllowed, isInScope } from '~/domain/access/permissions'
import { FILE_FORMAT_NAMES } from '~/features/boards/files/file-formats'
import { BOARD_NAMES, servedBoard } from '~/features/boards/tables/served-boards.server'
import { makeKey } from '~/features/keys/make-key.server'
import { paths } from '~/paths'

/** Every page of the boards that the routes name, and the stream of new trials. */
const PAGES = [
  ...pagePaths()
    .filter((path) => path.startsWith('/boards') && !path.includes('*'))
    .map((path) => path.replace(/:\w+/g, () => uuidv7())),
  paths.liveTrials(),
]

/** Every table that leaves: which board it is of, and what reading it asks for. */
const TABLES = BOARD_NAMES.flatMap((board) => {
  const { tables, permission } = servedBoard(board)
  return Object.entries(tables).map(([table, { isPersonal }]) => ({
    ...{ board, table },
    permission: isPersonal ? ('trials.read' as const) : permission,
  }))
})

const FILES = TABLES.flatMap(({ board, table }) =>
  FILE_FORMAT_NAMES.map((format) => paths.boardFile(board, table, format, { slug: 'a' })),
)

const MAY_NOT = STAFF_ROLES.filter((role) => !isAllowed([role], 'boards.read'))

test('whoever may not see boards is refused every page, stream and file of them', async () => {
  await using app = await createTestApp()
  await using site = await startSite(app.url)
  const ask = async (path: string, cookie: string) => {
    const headers = { ...(cookie && { cookie }) }
    const { status, headers: answer } = await fetch(site.origin + path, { headers, redirect: 'manual' })
    return { path, status, to: answer.get('location') }
  }
  expect(MAY_NOT.length).toBeGreaterThan(0)
  for (const path of [...PAGES, ...sample(FILES, 40)]) {
    const visitor = await ask(path, '')
    if (visitor.status === 302) expect(visitor.to).toMatch(/^\/sign-in/)
    else expect(visitor).toMatchObject({ path, status: 401 })
  }
  for (const role of MAY_NOT) {
    const cookie = await site.signIn(role)
    for (const path of [...PAGES, ...sample(FILES, 40)]) {
      const answer = await ask(path, cookie)
      // The start of the boards sends people to where their work is.
      if (path === paths.boards()) expect(answer).toMatchObject({ status: 302, to: paths.studio() })
      else expect([role, answer.path, answer.status]).toEqual([role, path, 403])
    }
  }
}, 240_000)

test('a key is refused every board and table that its scopes do not have, and nobody without one gets any', async () => {
  await using app = await createTestApp()
  await using site = await startSite(app.url)
  const keys = await Promise.all(
    API_SCOPES.map(async (scope) => {
      const { secret } = await makeKey({
        ctx: asStaff(app, 'admin'),
        input: { name: scope, scopes: [scope] },
      })
      return { scope, authorization: `Bearer ${secret}` }
    }),
  )
  const statusOf = async (path: string, headers: Record<string, string>) =>
    (await fetch(site.origin + path, { headers })).status
  const boards = BOARD_NAMES.map((board) => ({
    path: paths.api.board(board, { slug: 'a' }),
    permission: servedBoard(board).permission,
  }))
  const tables = TABLES.map(({ board, table, permission }) => ({
    path: `${paths.api.board(board)}/tables/${table}?slug=a`,
    permission,
  }))
  for (const { path, permission } of [...boards, ...tables]) {
    expect([path, await statusOf(path, {})]).toEqual([path, 401])
    for (const { scope, authorization } of keys) {
      const status = await statusOf(path, { authorization })
      // Tables, and feedback, which has nothing else, are of a board.
      const isOfBoard = path.includes('/tables/') || path.startsWith(paths.api.board('feedback'))
      const needs = isOfBoard ? (['boards.read', permission] as const) : [permission]
      const may = needs.every((one) => isInScope([scope], one))
      if (may) expect(`${path} ${scope} ${status}`).not.toMatch(/ 403$/)
      else expect([path, scope, status]).toEqual([path, scope, 403])
    }
  }
}, 240_000)
