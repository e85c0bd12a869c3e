import type { Stage, Temperature } from '../domain/stage.ts'

// Short numbers, for they stand in the indexes of rankings. They are never changed nor used again.

const stages: Record<Stage, number> = {
  registrant: 0,
  lead: 1,
  mql: 2,
  sql: 3,
  opportunity: 4,
  customer: 5,
  nurture: 6,
  disqualified: 7,
}
const temperatures: Record<Temperature, number> = { cold: 0, warm: 1, hot: 2 }
const stageNames = namesOf(stages)
const temperatureNames = namesOf(temperatures)

export function numberOfStage(stage: Stage): number {
  return stages[stage]
}

export function stageOfNumber(number: number): Stage {
  return named(stageNames, number)
}

export function numberOfTemperature(temperature: Temperature): number {
  return temperatures[temperature]
}

export function temperatureOfNumber(number: number): Temperature {
  return named(temperatureNames, number)
}

function named<T>(names: readonly T[], number: number): T {
  const found = names[number]
  if (found === undefined) throw new Error(`Nothing is stored by the number ${number}`)
  return found
}

function namesOf<T extends string>(numbers: Record<T, number>): T[] {
  const names: T[] = []
  for (const name of Object.keys(numbers) as T[]) names[numbers[name]] = name
  return names
}
