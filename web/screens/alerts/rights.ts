/** Who makes rules, owners and channels; and who takes alerts. The server refuses the others. */
export const mayManage = (role: string) => ['owner', 'marketer'].includes(role)
export const mayTake = (role: string) => role !== 'partner'
