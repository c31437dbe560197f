import { inArray } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { proofResult } from '#db/schema/content'

/** The results known for these hashes. Served by the primary key. */
export async function findProofResults(db: Executor, hashes: string[]): Promise<Map<string, unknown>> {
  if (hashes.length === 0) return new Map()
  const rows = await db.select().from(proofResult).where(inArray(proofResult.contentHash, hashes))
  return new Map(rows.map((row) => [row.contentHash, row.proof]))
}

/** Stores a result; an existing one stays, since the same contents have the same proof. Served by the primary key. */
export async function insertProofResult(db: Executor, contentHash: string, proof: unknown): Promise<void> {
  await db.insert(proofResult).values({ contentHash, proof }).onConflictDoNothing()
}
