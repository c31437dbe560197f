import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { SchemaElement } from 'hyparquet-writer'

export type ParquetKind = 'text' | 'integer' | 'decimal' | 'flag' | 'instant'

export type ParquetCell = string | number | boolean | Date | null

const TYPES: Record<ParquetKind, Omit<SchemaElement, 'name'>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  decimal: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
  instant: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
}

export interface ParquetOptions {
  columns: readonly { name: string; kind: ParquetKind }[]
  /** Kept in the file beside the rows, for who looks at its metadata. */
  notes: Readonly<Record<string, string>>
}

/** Several rows become one row group: with fewer a file is mostly overhead, with more they stay in memory for long. */
const ROWS_IN_GROUP = 10_000

/**
 * Writes a Parquet file as its rows come: each group of rows leaves before the next is asked for, so that memory does not
 * grow with the file.
 */
export async function* parquetFile(
  { columns, notes }: ParquetOptions,
  pieces: AsyncIterable<ParquetCell[][]> | Iterable<ParquetCell[][]>,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter()
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, kind }) => ({ name, ...TYPES[kind], repetition_type: 'OPTIONAL' as const })),
  ]
  const kvMetadata = Object.entries(notes).map(([key, value]) => ({ key, value }))
  const writer = new ParquetWriter({ writer: bytes, schema, kvMetadata, createdBy: 'foyer' })
  let rows: ParquetCell[][] = []
  const writeGroup = async (): Promise<Uint8Array> => {
    const columnData = columns.map(({ name }, index) => ({ name, data: rows.map((row) => row[index]) }))
    await writer.write({ columnData, rowGroupSize: rows.length })
    rows = []
    return takeBytes(bytes)
  }
  for await (const piece of pieces) {
    rows.push(...piece)
    if (rows.length >= ROWS_IN_GROUP) yield await writeGroup()
  }
  if (rows.length > 0) yield await writeGroup()
  await writer.finish()
  yield takeBytes(bytes)
}

/** What was written since, for sending; the writer goes on at the same offset of the file. */
function takeBytes(bytes: ByteWriter): Uint8Array {
  const taken = bytes.getBytes().slice()
  bytes.index = 0
  return taken
}
