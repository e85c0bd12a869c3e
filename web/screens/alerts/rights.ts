/** Who makes rules, owners and channels; and who takes alerts. */
export const mayManage = (role: string) => ['owner', 'producer', 'marketer'].includes(role)
export const mayTake = (role: string) => role !== 'partner'
