import replay from './he/replay.json' with { type: 'json' }

/** What only this screen says: loaded with it. */
export default { replay }
