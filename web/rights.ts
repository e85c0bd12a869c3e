import { useRole } from './session.ts'

// What the server lets each role do (README, "Team, roles, keys and log"); a screen hides or explains the rest.

const may = {
  manage: ['owner'],
  export: ['owner', 'producer', 'marketer'],
  write: ['owner', 'producer', 'marketer'],
  alerts: ['owner', 'marketer'],
  act: ['owner', 'producer', 'marketer', 'sales'],
} as const satisfies Record<string, readonly string[]>

/** Whether whoever looks may do that in this workspace. */
export function useMay(right: keyof typeof may): boolean {
  const role = useRole()
  return (may[right] as readonly string[]).includes(role)
}
