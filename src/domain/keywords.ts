/** Whether any of the words stands in a text, in any case. */
export function hasKeyword(keywords: readonly string[], text: string): boolean {
  const lower = text.toLowerCase()
  return keywords.some((keyword) => lower.includes(keyword.toLowerCase()))
}
