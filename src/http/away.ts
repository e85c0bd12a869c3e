/** An object that may be somewhere else: each of its methods may answer later. */
export type Away<T> = {
  [Name in keyof T]: T[Name] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Awaited<Answer> | Promise<Awaited<Answer>>
    : T[Name]
}
