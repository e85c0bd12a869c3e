/** The language as it is written where the browser's owner lives: 24 hours in Britain, 12 in the United States. */
export function regional(language: string): string {
  return navigator.languages.find((each) => each.split('-')[0] === language && isTag(each)) ?? language
}

/** What some systems call a language, such as `en-US@posix`, is nothing that one can format by. */
function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length > 0
  } catch {
    return false
  }
}
