/** The file in a data folder that tells, while a restore puts files in their places, that it has begun. */
export const restoring = 'restoring.json'
