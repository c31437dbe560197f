// The names of files in a backup; stored ones get the endings that `storeFile` adds.

export const MANIFEST = 'manifest.json'
/** The key of the other files, encrypted by the passphrase; only in an encrypted backup. */
export const KEY_FILE = 'key.age'
export const SECRET_FILE = 'secret'
/** The environment variables that were set. */
export const SETTINGS_FILE = 'settings.env'
/** Holds the files of media under their keys. */
export const MEDIA_FOLDER = 'media/'
