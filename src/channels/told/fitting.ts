import type { Part, Told } from './told.ts'

/** The first form that `fits`: with everybody named, then with one less after the other, who are counted instead. */
export function fitting<Form>(told: Told, formOf: (told: Told) => Form, fits: (form: Form) => boolean): Form {
  const form = formOf(told)
  const people = told.parts.find((part) => part.is === 'people')
  if (fits(form) || !people || people.lines.length === 0) return form
  const less: Part = { ...people, lines: people.lines.slice(0, -1), left: people.left + 1 }
  return fitting({ ...told, parts: told.parts.map((part) => (part === people ? less : part)) }, formOf, fits)
}
