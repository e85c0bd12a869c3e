/** CRMs that find people by their e-mail address: files for them have only people who have one. */
export const CRMS = ['hubspot', 'salesforce', 'marketo', 'pardot'] as const

/** For whom a CSV is: safe in a spreadsheet, exact for a program, or in the headings of a CRM. */
export const EXPORT_PROFILES = ['spreadsheet', 'crm', ...CRMS] as const
export type ExportProfile = (typeof EXPORT_PROFILES)[number]

/** Whether a file for this profile has only people with an e-mail address. */
export function asksForEmail(profile: ExportProfile): boolean {
  return CRMS.some((each) => each === profile)
}
