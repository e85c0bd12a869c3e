import type { Fact } from './fact.ts'

/** What a person or a form says about a person. All texts are trimmed and well-formed; empty ones are left out. */
export interface Profile {
  email?: string
  firstName?: string
  lastName?: string
  company?: string
  jobTitle?: string
  country?: string
  phone?: string
  industry?: string
  employees?: number
  attributes?: Record<string, string | number | boolean>
}

/** All answers of a person, facts in canonical order: of conflicting ones the latest holds. */
export function profileOf(facts: readonly Fact[]): Profile {
  let profile: Profile | null = null
  for (const fact of facts) if (fact.profile) profile = profile ? answered(profile, fact.profile) : fact.profile
  return profile ?? {}
}

/** The name last shown in a room, facts in canonical order: a label where no name was given, never a key. */
export function roomNameOf(facts: readonly Fact[]): string | null {
  let name: string | null = null
  for (const { type, data } of facts)
    if (type === 'webinar.joined' || type === 'webinar.left' || type === 'webinar.attended') name = data.name || name
  return name
}

/** `profile` after further answers. */
export function answered(profile: Profile, answers: Profile): Profile {
  const attributes = { ...profile.attributes, ...answers.attributes }
  const merged = { ...profile, ...answers }
  return Object.keys(attributes).length > 0 ? { ...merged, attributes } : merged
}

/** One characteristic: a known attribute by its name, else the answer to a question of that name. */
export function answerOf(profile: Profile, attribute: string): string | number | boolean | undefined {
  if (attribute !== 'attributes' && Object.hasOwn(profile, attribute)) {
    return profile[attribute as Exclude<keyof Profile, 'attributes'>]
  }
  return profile.attributes && Object.hasOwn(profile.attributes, attribute) ? profile.attributes[attribute] : undefined
}
