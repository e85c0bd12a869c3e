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
