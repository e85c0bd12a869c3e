import { type RefusalCode, Refused } from '../../domain/refusal.ts'
import type { Words } from '../../domain/words.ts'

/** An answer on its way between objects: an error would arrive there without its code and details. */
export type Carried =
  | { value: unknown }
  | { refused: { code: RefusalCode; message: string | Words; details: Record<string, unknown> } }

/** What `run` returns, or the refusal that it throws. */
export async function carry(run: () => unknown): Promise<Carried> {
  try {
    return { value: await run() }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code, words, message, details } = error
    return { refused: { code, message: words ?? message, details } }
  }
}

/** The same methods, each answered later. */
export type Remote<T> = {
  [Name in keyof T]: T[Name] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Promise<Awaited<Answer>>
    : never
}

type Call = (name: string, args: unknown[]) => Promise<Carried>

/** Methods that another object carries out: throws what was refused there. */
export function remoteOf<T extends object>(call: Call): Remote<T> {
  const method =
    (name: string) =>
    async (...args: unknown[]) => {
      const carried = await call(name, args)
      if ('value' in carried) return carried.value
      const { code, message, details } = carried.refused
      throw new Refused(code, message, details)
    }
  return new Proxy({}, { get: (_, name) => method(String(name)) }) as Remote<T>
}
