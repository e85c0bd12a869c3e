const hebrew: Record<string, string> = {
  ...{ א: 'a', ב: 'b', ג: 'g', ד: 'd', ה: 'h', ו: 'o', ז: 'z', ח: 'h', ט: 't', י: 'i', כ: 'k', ך: 'k', ל: 'l' },
  ...{ מ: 'm', ם: 'm', נ: 'n', ן: 'n', ס: 's', ע: 'a', פ: 'p', ף: 'f', צ: 'ts', ץ: 'ts', ק: 'k', ר: 'r', ש: 'sh' },
  ת: 't',
}

/** A short name for addresses, made of a name's letters and digits; Hebrew ones are spelt in Latin. */
export function slugOf(name: string): string {
  const bare = name.normalize('NFKD').replace(/\p{M}/gu, '')
  const latin = bare.replace(/[א-ת]/g, (letter) => hebrew[letter]!)
  const plain = latin.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return plain.slice(0, 50).replace(/^-+|-+$/g, '')
}
