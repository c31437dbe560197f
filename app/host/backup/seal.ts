import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { BackupRefusal } from './backup-refusal'

/** Turns the bytes of a file into those that are stored, and back. */
export interface Seal {
  /** What stored files end with. */
  suffix: '' | '.age'
  close(bytes: Readable): Promise<Readable>
  open(bytes: Readable): Promise<Readable>
}

/** Stores bytes as they are. */
export const NO_SEAL: Seal = { suffix: '', close: async (bytes) => bytes, open: async (bytes) => bytes }

/** The key of one backup, itself encrypted by the passphrase. */
export interface NewSeal {
  seal: Seal
  /** To be stored beside the files; the `age` command reads it too. */
  lockedKey: Uint8Array
}

/**
 * A seal with a new key in the format of age (age-encryption.org/v1). The passphrase protects the key alone, since a
 * passphrase is made slow to guess and a backup has many files.
 */
export async function makeSeal(passphrase: string): Promise<NewSeal> {
  const identity = await generateX25519Identity()
  const locker = new Encrypter()
  locker.setPassphrase(passphrase)
  return { seal: await sealOf(identity), lockedKey: await locker.encrypt(identity) }
}

/** The seal whose key was stored. @throws BackupRefusal when the passphrase does not open it */
export async function openSeal(lockedKey: Uint8Array, passphrase: string): Promise<Seal> {
  const unlocker = new Decrypter()
  unlocker.addPassphrase(passphrase)
  let identity: string
  try {
    identity = await unlocker.decrypt(lockedKey, 'text')
  } catch (cause) {
    throw new BackupRefusal('The passphrase does not open this backup.', { cause })
  }
  return sealOf(identity)
}

async function sealOf(identity: string): Promise<Seal> {
  const recipient = await identityToRecipient(identity)
  return {
    suffix: '.age',
    close: async (bytes) => {
      const encrypter = new Encrypter()
      encrypter.addRecipient(recipient)
      return fromWeb(await encrypter.encrypt(toWeb(bytes)))
    },
    open: async (bytes) => {
      const decrypter = new Decrypter()
      decrypter.addIdentity(identity)
      return fromWeb(await decrypter.decrypt(toWeb(bytes)))
    },
  }
}

const toWeb = (bytes: Readable) => Readable.toWeb(bytes) as globalThis.ReadableStream<Uint8Array>
const fromWeb = (bytes: globalThis.ReadableStream<Uint8Array>): Readable =>
  Readable.fromWeb(bytes as ReadableStream<Uint8Array>)
