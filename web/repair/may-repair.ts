import { useSession, useSlug } from '../session.ts'

const repairers = ['owner', 'producer', 'marketer']

/** Whether somebody may say who is who. */
export function useMayRepair(): boolean {
  const slug = useSlug()
  const { data } = useSession()
  const role = data?.state === 'signed_in' && data.workspaces.find((each) => each.slug === slug)?.role
  return repairers.includes(role || '')
}
