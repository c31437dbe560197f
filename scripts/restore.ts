import { readBackupOptions, RESTORE_USAGE } from './backup/read-options'
import { openEmptyPlace } from './backup/open-empty-place'
import { printRefusal } from './print-refusal'
import { checkBackup, readBackup } from '~/host/backup/read-backup'
import { RESTORED_SETTINGS, restoreBackup } from '~/host/backup/restore-backup'

process.exitCode = await main(process.argv.slice(2))

/** Exit codes: 0 when all is restored, 1 when it is not, 2 when the options are wrong. */
async function main(args: string[]): Promise<number> {
  const options = readBackupOptions(args, RESTORE_USAGE)
  if (options === null) return 2
  try {
    const backup = await readBackup(options.directory, options.passphrase)
    console.log(`Backup of ${backup.manifest.takenAt}: comparing checksums`)
    await checkBackup(options.directory, backup.manifest)
    const place = await openEmptyPlace()
    try {
      const { tables } = await restoreBackup({
        ...{
          backup,
          databaseUrl: place.store.url,
          dataDirectory: place.env.dataDirectory,
          mediaDirectory: place.mediaDirectory,
        },
        ...{ givenSecret: place.givenSecret, say: console.log },
      })
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      console.log(`${tables.length} tables with ${rows} rows are restored. Begin with: npm start`)
      console.log(
        `The settings of the backup are in ${place.env.dataDirectory}/${RESTORED_SETTINGS}: compare them with yours, then delete the file.`,
      )
    } finally {
      await place.store.stop()
    }
    return 0
  } catch (error) {
    return printRefusal(error)
  }
}
