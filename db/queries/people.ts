import { asc, eq, lt } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Executor } from '#db/client'
import { authCredential, authSession, authUser } from '#db/schema/auth'
import type { StaffRole } from '~/domain/access/permissions'

export interface PersonRow {
  id: string
  name: string
  email: string
  roles: StaffRole[]
}

/** True when anyone can sign in. Reads one row of auth_user_email_key. */
export async function hasPeople(db: Executor): Promise<boolean> {
  const rows = await db.select({ id: authUser.id }).from(authUser).orderBy(asc(authUser.email)).limit(1)
  return rows.length > 0
}

/** The person with this e-mail address, in small letters. Served by auth_user_email_key. */
export async function findPersonByEmail(db: Executor, email: string): Promise<PersonRow | null> {
  const rows = await db
    .select({ id: authUser.id, name: authUser.name, email: authUser.email, roles: authUser.roles })
    .from(authUser)
    .where(eq(authUser.email, email))
  return rows[0] ?? null
}

const personColumns = { id: authUser.id, name: authUser.name, email: authUser.email, roles: authUser.roles }

/** One person by id, or null. Served by the primary key. */
export async function findPerson(db: Executor, id: string): Promise<PersonRow | null> {
  const rows = await db.select(personColumns).from(authUser).where(eq(authUser.id, id))
  return rows[0] ?? null
}

/** Everybody who may sign in, by name. Reads the table, which holds the people of one company. */
export async function listPeople(db: Executor): Promise<PersonRow[]> {
  return db.select(personColumns).from(authUser).orderBy(asc(authUser.name), asc(authUser.id))
}

/** Adds a person with a password, in the form that better-auth expects. Served by the primary keys. */
export async function insertPerson(
  db: Executor,
  person: { name: string; email: string; roles: StaffRole[]; passwordHash: string; at: Date },
): Promise<string> {
  const id = uuidv7()
  const stamps = { createdAt: person.at, updatedAt: person.at }
  await db.insert(authUser).values({
    id,
    name: person.name,
    email: person.email,
    emailVerified: true,
    roles: person.roles,
    ...stamps,
  })
  await db.insert(authCredential).values({
    id: uuidv7(),
    accountId: id,
    providerId: 'credential',
    userId: id,
    password: person.passwordHash,
    ...stamps,
  })
  return id
}

/** Deletes expired sessions. Reads the whole table, which holds a few rows for each person. */
export async function deleteExpiredSessions(db: Executor, now: Date): Promise<void> {
  await db.delete(authSession).where(lt(authSession.expiresAt, now))
}
