/** As what a list can be taken away, in the order of the menu. `crm`: only with people who have an address. */
export const formats = [
  { as: 'spreadsheet', crm: false },
  { as: 'xlsx', crm: false },
  { as: 'hubspot', crm: true },
  { as: 'salesforce', crm: true },
  { as: 'marketo', crm: true },
  { as: 'pardot', crm: true },
  { as: 'crm', crm: false },
] as const

export type Format = (typeof formats)[number]['as']

/** The end of the address of a list's file, and its query. */
export function fileOf(
  list: 'ranking' | 'people',
  as: Format,
  filters: Record<string, string>,
  lang: string,
): [file: string, query: Record<string, string>] {
  return as === 'xlsx' ? [`${list}.xlsx`, { ...filters, lang }] : [`${list}.csv`, { ...filters, profile: as }]
}
