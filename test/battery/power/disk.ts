import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { Chance } from '../../../src/demo/chance.ts'
import { type Change, Content, sectorsOf } from './content.ts'
import { creates, type LogRecord, truncates } from './log.ts'

/** What the disk holds of a file for certain, and what may or may not have reached it. */
interface File {
  sure: Content
  pending: Change[]
  /** How many changes have become certain so far. */
  settled: number
}

/** A name that was given to a file (null: taken away) and that the disk is not yet sure of. */
interface Naming {
  path: string
  file: File | null
}

/**
 * A disk on which a log is replayed. After a power cut it holds for certain what a file was synced with, under names
 * that their folder was synced with. Names reach it in the order in which they were given, as on file systems with a
 * journal; whole folders are taken to be there.
 */
export class Disk {
  readonly #names = new Map<string, File>()
  readonly #sureNames = new Map<string, File>()
  #pendingNames: Naming[] = []
  /** What is open: a file, or the path of a folder. */
  readonly #opened = new Map<string, File | string>()
  /** Of a sync that has begun: how many changes of the file it covers. */
  readonly #covers = new Map<string, number>()
  #renamed: File | undefined
  readonly #counts: (at: number) => boolean
  #at = 0

  /** `counts`: whether the sync at this place of the log is one; every one is, but for the negative control. */
  constructor(counts: (at: number) => boolean = () => true) {
    this.#counts = counts
  }

  apply({ op, pid, file: number, offset, data }: LogRecord): void {
    const at = this.#at++
    const key = `${pid} ${number}`
    const opened = this.#opened.get(key)
    const file = typeof opened === 'object' ? opened : undefined
    switch (op) {
      case 'open':
        this.#opened.set(key, this.#open(pathOf(data), offset))
        break
      case 'write':
        file!.pending.push({ at: offset, data })
        break
      case 'truncate':
        file!.pending.push({ length: offset })
        break
      case 'syncing':
        if (file) this.#covers.set(key, file.settled + file.pending.length)
        break
      case 'sync':
        if (!this.#counts(at)) break
        if (file) settle(file, this.#covers.get(key)!)
        else this.#syncNames(opened as string)
        break
      case 'unlink':
        this.#renamed = this.#names.get(pathOf(data))
        this.#name(pathOf(data), null)
        break
      case 'rename':
        this.#name(pathOf(data), this.#renamed!)
        break
    }
  }

  /**
   * Writes into a folder what the disk holds after a power cut at this moment: only what is certain or, by chance, some
   * of the rest, torn where sectors end.
   */
  cut(folder: string, chance: Chance | null): void {
    const names = new Map(this.#sureNames)
    const reached = chance ? chance.whole(0, this.#pendingNames.length) : 0
    for (const naming of this.#pendingNames.slice(0, reached)) give(names, naming)
    const share = chance ? chance.next() : 0
    for (const [path, { sure, pending }] of names) {
      const content = pending.length > 0 && chance ? new Content(sure) : sure
      if (chance)
        for (const change of pending)
          if (chance.happens(share)) {
            const torn = chance.happens(0.3)
            for (const piece of sectorsOf(change)) if (!torn || chance.happens(0.5)) content.apply(piece)
          }
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content.bytes)
    }
  }

  #open(path: string, flags: number): File | string {
    const known = this.#names.get(path)
    if (!known && !(flags & creates)) return path
    const file = known ?? { sure: new Content(), pending: [], settled: 0 }
    if (!known) this.#name(path, file)
    else if (flags & truncates) file.pending.push({ length: 0 })
    return file
  }

  #name(path: string, file: File | null): void {
    const naming = { path, file }
    give(this.#names, naming)
    this.#pendingNames.push(naming)
  }

  /** What was named before in other folders has come before it. */
  #syncNames(folder: string): void {
    const last = this.#pendingNames.findLastIndex(({ path }) => posix.dirname(path) === posix.resolve('/', folder))
    for (const naming of this.#pendingNames.splice(0, last + 1)) give(this.#sureNames, naming)
  }
}

/** Another sync may have covered some of it meanwhile. */
function settle(file: File, upTo: number): void {
  const changes = file.pending.splice(0, Math.max(upTo - file.settled, 0))
  for (const change of changes) file.sure.apply(change)
  file.settled += changes.length
}

function give(names: Map<string, File>, { path, file }: Naming): void {
  if (file) names.set(path, file)
  else names.delete(path)
}

function pathOf(data: Buffer): string {
  return data.toString() || '/'
}
