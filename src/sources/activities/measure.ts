import { z } from 'zod'

const longest = 1e9
const largest = 1e15

/** A length in seconds, exact. */
export const seconds = z.number().min(0).max(longest)

/** A length in seconds that is known to be more than nothing. */
export const positiveSeconds = z.number().gt(0).max(longest)

/** A shift in seconds, to either side. */
export const offsetSeconds = z.number().min(-longest).max(longest)

/** A share in hundredths. */
export const percent = z.number().min(0).max(100)

/** A length in minutes; 0 means that nobody knows it. */
export const minutes = z.number().min(0).max(525_600)

/** An amount of money that may be a loss. */
export const money = z.number().min(-largest).max(largest)
