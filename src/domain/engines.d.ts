// What browsers, Node and Workers all have beside the language, for the check of the domain without any of them.
declare class URL {
  static canParse(address: string): boolean
  constructor(address: string)
  href: string
  protocol: string
  username: string
  password: string
  hostname: string
  pathname: string
  hash: string
  readonly searchParams: { get(name: string): string | null }
}
