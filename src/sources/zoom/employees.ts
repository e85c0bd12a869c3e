/** The number in an answer such as `51-200` (its smallest), `1,001-5,000` or `More than 10,000`. */
export function employeesOf(answer: string): number | undefined {
  const [, more, digits] = /^(more than |over |> ?)?(\d[\d,]*)(?:\D|$)/i.exec(answer) ?? []
  const number = Number(digits?.replaceAll(',', '')) + (more ? 1 : 0)
  return number <= 1e9 ? number : undefined
}
