import { readBackupOptions, BACKUP_USAGE } from './backup/read-options'
import { openInstallation } from './backup/open-installation'
import { printRefusal } from './print-refusal'
import { readVersion } from './backup/read-version'
import { writeBackupNote } from '~/host/backup/backup-note'
import { writeBackup } from '~/host/backup/write-backup'

process.exitCode = await main(process.argv.slice(2))

/** Exit codes: 0 when the backup is made, 1 when it is not, 2 when the options are wrong. */
async function main(args: string[]): Promise<number> {
  const options = readBackupOptions(args, BACKUP_USAGE)
  if (options === null) return 2
  try {
    const installation = await openInstallation()
    try {
      const now = new Date()
      const { tables, files } = await writeBackup({
        ...{ ...options, databaseUrl: installation.store.url, secret: installation.env.secret },
        ...{ settings: installation.settings, media: installation.media },
        ...{ version: readVersion(), now, say: console.log },
      })
      await writeBackupNote(installation.env.dataDirectory, now)
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      console.log(`${options.directory}: ${tables.length} tables with ${rows} rows, ${files.length} files`)
      if (options.passphrase === null)
        console.log(
          'It is not encrypted and holds the secret of this installation: keep it where only you can read it.',
        )
    } finally {
      await installation.store.stop()
    }
    return 0
  } catch (error) {
    return printRefusal(error)
  }
}
