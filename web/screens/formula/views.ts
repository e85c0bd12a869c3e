/** The parts of the screen, in the order in which a change goes through them. */
export const views = ['rules', 'words', 'company', 'preview', 'dry-run', 'sign-off', 'versions', 'file'] as const

export type View = (typeof views)[number]

export function isView(name: string): name is View {
  return views.includes(name as View)
}
